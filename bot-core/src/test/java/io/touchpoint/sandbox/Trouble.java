package io.touchpoint.sandbox;

import org.springframework.http.HttpStatus;

/**
 * Something that the sandbox does not do, with the status and the sentence that say why.
 */
final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    private Trouble(HttpStatus status, String sentence) {
        super(sentence);
        this.status = status;
    }

    static Trouble badRequest(String sentence) {
        return new Trouble(HttpStatus.BAD_REQUEST, sentence);
    }

    static Trouble notFound(String sentence) {
        return new Trouble(HttpStatus.NOT_FOUND, sentence);
    }

    static Trouble conflict(String sentence) {
        return new Trouble(HttpStatus.CONFLICT, sentence);
    }

    static Trouble notYet(String sentence) {
        return new Trouble(HttpStatus.SERVICE_UNAVAILABLE, sentence);
    }

    HttpStatus status() {
        return status;
    }

}
