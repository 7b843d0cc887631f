package io.touchpoint.recovery;

/** A case of an unhappy customer. */
public record Case(String id) {
}
