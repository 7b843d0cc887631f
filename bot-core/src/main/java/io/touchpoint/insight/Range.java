package io.touchpoint.insight;

/** Between which shares the truth is likely to lie. */
record Range(double lower, double upper) {
}
