package io.touchpoint.heartbeat;

/** What must be right before this instance does due work; asked before every beat. */
public interface BeatCheck {

    /** Whether it may; what is due waits for the next beat, or for another instance. */
    boolean mayBeat();

}
