package io.touchpoint.teams.fake;

import java.util.List;

/**
 * What became of something that a person wrote.
 *
 * @param post the message as it stands
 * @param answers how the app answered; nothing when it is not told
 */
public record Said(Post post, List<Answered> answers) {

    public Said {
        answers = List.copyOf(answers);
    }

}
