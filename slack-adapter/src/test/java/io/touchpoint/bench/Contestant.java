package io.touchpoint.bench;

/** Something that does work that has become due. */
interface Contestant extends AutoCloseable {

    String name();

    /** Stores so many pieces of work that are due. */
    void load(int pieces);

    /** Does all of it; each piece has one durable effect and is durably done. */
    void drain();

    /** How many effects are stored; takes them away. */
    long effects();

    @Override
    void close();

}
