package io.touchpoint.slack.fake;

import java.util.List;

/**
 * What a person wrote, and how the app answered the events about it.
 *
 * @param post the message
 * @param answers one for each event that the app is subscribed to; none when Slack does
 * not tell the app
 */
public record Written(Post post, List<Answered> answers) {

    public Written {
        answers = List.copyOf(answers);
    }

}
