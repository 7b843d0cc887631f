package io.touchpoint.slack.fake;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/** An {@code ok:false} answer of the Web API, on its way to the caller. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient ObjectNode answer;

    private Refused(ObjectNode answer) {
        super(answer.path("error").asString(""), null, false, false);
        this.answer = answer;
    }

    static Refused with(String error) {
        return new Refused(Json.object().put("ok", false).put("error", error));
    }

    static Refused with(String error, List<String> messages) {
        Refused refused = with(error);
        refused.answer.putObject("response_metadata").set("messages", Json.array(messages));
        return refused;
    }

    static Refused missingScope(String needed, String provided) {
        Refused refused = with("missing_scope");
        refused.answer.put("needed", needed).put("provided", provided);
        return refused;
    }

    static Refused missing(String field) {
        return with("invalid_arguments", List.of("[ERROR] missing required field: " + field));
    }

    ObjectNode answer() {
        return answer;
    }

}
