package io.touchpoint.slack.fake;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Something on a message or a view that a person can press, choose or fill in.
 *
 * @param id names it on its message or view: its action id, or block id and action id
 * where the action id stands there twice
 * @param block its block id
 * @param action its action id
 * @param kind what it is
 * @param label what is read on it or beside it
 * @param options what can be chosen; empty where anything can be given
 * @param value what is chosen or typed now, empty for nothing; a button's own value
 * @param url the address that a button opens; null for none
 * @param optional whether it may stay empty
 * @param live whether the app hears of each change at once
 * @param several whether more than one option can be chosen
 */
public record Control(String id, String block, String action, Kind kind, String label, List<Option> options,
        List<String> value, @Nullable String url, boolean optional, boolean live, boolean several) {

    /** What a control is to the one who uses it. */
    public enum Kind {

        BUTTON, SELECT, MENU, TEXT, LINES, DATE, TIME, DATE_TIME, PERSON, CHANNEL, CHECKBOXES, RADIO, NUMBER, EMAIL, URL

    }

    /** What can be chosen: what comes back, and what is read. */
    public record Option(String value, String label) {
    }

    public Control {
        options = List.copyOf(options);
        value = List.copyOf(value);
    }

}
