package io.touchpoint.teams.fake;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The two thumbs that Teams draws below a message that asks for feedback. */
final class Feedback {

    private Feedback() {
    }

    private static JsonNode data(Post post) {
        return post.activity().path("channelData");
    }

    static boolean asked(Post post) {
        return data(post).path("feedbackLoop").has("type") || Json.flag(data(post), "feedbackLoopEnabled");
    }

    /** Whether the app shows a dialog of its own. */
    static boolean custom(Post post) {
        return Json.text(data(post).path("feedbackLoop"), "type").equals("custom");
    }

    static List<Control> with(List<Control> controls, Post post) {
        if (!asked(post)) {
            return controls;
        }
        List<Control> all = new ArrayList<>(controls);
        all.add(thumb("like", "Like"));
        all.add(thumb("dislike", "Dislike"));
        return all;
    }

    private static Control thumb(String reaction, String label) {
        return new Control("feedback/" + reaction, Control.Kind.BUTTON, label, List.of(), List.of(), false, false,
                Json.object().put("type", "feedback").put("reaction", reaction));
    }

}
