package io.touchpoint.heartbeat;

import java.time.Instant;
import java.util.List;

/**
 * The work of one kind that was given up. Nothing happens to it any more until somebody
 * tries it again or leaves it for good; every module that gives work up implements this.
 */
public interface DeadLetters {

    /** What one of them is called, such as {@code message}. */
    String kind();

    /** How many there are, in all workspaces together. */
    long count();

    /** Those of a workspace, the newest first. */
    List<DeadLetter> of(String workspace, int most);

    /**
     * Lets one be tried again from the beginning, as if it were new.
     * @return false when there is no such one in the workspace
     */
    boolean retry(String workspace, String id, Instant now);

    /**
     * Leaves one for good.
     * @return false when there is no such one in the workspace
     */
    boolean drop(String workspace, String id, Instant now);

}
