package io.touchpoint.chat;

import org.jspecify.annotations.Nullable;

/**
 * Something that a reader can press.
 *
 * @param action what comes back in {@link Inbound.Pressed}, meaningful only beside the
 * message that it stands on
 * @param label what the button says: what happens, at most 75 characters
 * @param spoken what a screen reader says instead, at most 75 characters; null for the
 * label
 * @param look how much it stands out
 * @param opensForm whether a press is answered with a form
 * @param url an https address that is opened instead; null for a button that comes back
 */
public record Button(String action, String label, @Nullable String spoken, Look look, boolean opensForm,
        @Nullable String url) {

    /** How much a button stands out. */
    public enum Look {

        PLAIN, PRIMARY, DANGER

    }

    public static Button of(String action, String label) {
        return new Button(action, label, null, Look.PLAIN, false, null);
    }

    /**
     * A button whose press is answered with a form; its label ends with an ellipsis where
     * nothing else says so.
     */
    public static Button form(String action, String label) {
        return new Button(action, label, null, Look.PLAIN, true, null);
    }

    /** A button that opens an address and tells the bot nothing. */
    public static Button link(String label, String url) {
        return new Button("link", label, null, Look.PLAIN, false, url);
    }

    /** The same button with other words for screen readers. */
    public Button spoken(String words) {
        return new Button(action, label, words, look, opensForm, url);
    }

    /** The same button, standing out. */
    public Button primary() {
        return new Button(action, label, spoken, Look.PRIMARY, opensForm, url);
    }

}
