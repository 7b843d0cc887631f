package io.touchpoint.teams.fake;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something on a card that a person can press, choose or fill in.
 *
 * @param id names it on its card: its own id, else one made of its place and content
 * @param kind what it is
 * @param label what is read on it or beside it
 * @param options what can be chosen; empty where anything can be given
 * @param value what the card fills in; empty for nothing
 * @param several whether more than one option can be chosen
 * @param required whether it may not stay empty
 * @param element the element or action of the card
 */
public record Control(String id, Kind kind, String label, List<Option> options, List<String> value, boolean several,
        boolean required, ObjectNode element) {

    /** What a control is to the one who uses it. */
    public enum Kind {

        BUTTON, LINK, SELECT, RADIO, CHECKBOXES, PERSON, TEXT, LINES, NUMBER, DATE, TIME, TOGGLE

    }

    /** What can be chosen: what comes back, and what is read. */
    public record Option(String value, String label) {
    }

    public Control {
        options = List.copyOf(options);
        value = List.copyOf(value);
    }

    /** Whether it is pressed. */
    public boolean pressed() {
        return kind == Kind.BUTTON || kind == Kind.LINK;
    }

}
