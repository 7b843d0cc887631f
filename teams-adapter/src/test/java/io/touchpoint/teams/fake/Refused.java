package io.touchpoint.teams.fake;

import tools.jackson.databind.node.ObjectNode;

/** A refusal of the Connector: a status and an error code. */
final class Refused extends RuntimeException {

    private final int status;

    private final String code;

    private Refused(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static Refused with(int status, String code, String message) {
        return new Refused(status, code, message);
    }

    static Refused bad(String message) {
        return with(400, "BadSyntax", message);
    }

    int status() {
        return status;
    }

    ObjectNode body() {
        return body(code, String.valueOf(getMessage()));
    }

    static ObjectNode body(String code, String message) {
        ObjectNode body = Json.object();
        body.putObject("error").put("code", code).put("message", message);
        return body;
    }

}
