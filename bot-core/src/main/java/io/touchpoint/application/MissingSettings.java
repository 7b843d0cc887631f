package io.touchpoint.application;

import java.util.List;

/** What must be set before the application can start. */
public final class MissingSettings extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingSettings(List<String> sentences) {
        super(String.join(System.lineSeparator(), sentences));
    }

}
