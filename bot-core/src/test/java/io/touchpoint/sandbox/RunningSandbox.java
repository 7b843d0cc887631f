package io.touchpoint.sandbox;

/** A sandbox that has been started, on whichever platform. */
public interface RunningSandbox extends AutoCloseable {

    /** Where it is reached, without a slash at the end. */
    String url();

    @Override
    void close();

}
