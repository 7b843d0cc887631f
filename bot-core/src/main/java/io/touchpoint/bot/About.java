package io.touchpoint.bot;

/** What a message is about, as the second part of the id says. */
enum About {

    CASE, DIGEST, CHECK_IN, TALK, CONVERSATION;

    static About of(String id) {
        String[] parts = id.split("\\|", 3);
        return switch ((parts.length < 3) ? "" : parts[1]) {
            case "case" -> CASE;
            case "digest" -> DIGEST;
            case "checkin" -> CHECK_IN;
            case "talk" -> TALK;
            default -> CONVERSATION;
        };
    }

}
