package io.touchpoint.feedback;

/** A figure and the range in which it is likely to lie, all in the figure's own unit. */
public record Estimate(double value, double lower, double upper) {
}
