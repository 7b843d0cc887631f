package io.touchpoint.recovery;

import java.util.Optional;
import java.util.stream.Stream;

/** What lay behind a customer's trouble; never a person. */
public enum Cause {

    PARTNER("A carrier or supplier"), PROCESS("How we work"), PRODUCT("The product"), SITE("The website or app"),
    WORDS("Wrong or missing information"), EXPECTATION("A different expectation"), OTHER("Something else");

    private final String label;

    Cause(String label) {
        this.label = label;
    }

    /** The cause as people read it. */
    public String label() {
        return label;
    }

    static Optional<Cause> named(String name) {
        return Stream.of(values()).filter((cause) -> cause.name().equals(name)).findFirst();
    }

}
