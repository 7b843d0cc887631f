package io.touchpoint.followup;

import java.util.Map;

/**
 * What came of the events of some time.
 *
 * @param asked how many questions were put
 * @param heldBack how many were not, by reason
 * @param unreachable how many customers were not found in chat, by reason
 * @param notSampled how many were left out because only one in several is asked
 * @param withdrawn how many were withdrawn before they were put
 * @param delayed how many were put off and wait
 */
public record Health(int asked, Map<String, Integer> heldBack, Map<String, Integer> unreachable, int notSampled,
        int withdrawn, int delayed) {

    public Health {
        heldBack = Map.copyOf(heldBack);
        unreachable = Map.copyOf(unreachable);
    }

}
