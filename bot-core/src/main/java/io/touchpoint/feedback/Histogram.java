package io.touchpoint.feedback;

import io.touchpoint.survey.Band;
import io.touchpoint.survey.Scale;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * How often each value of a scale was answered.
 *
 * @param scale the scale; histograms of two scales are never added
 * @param counts one for each value of the scale, from its least to its greatest
 */
public record Histogram(Scale scale, List<Long> counts) {

    public Histogram {
        counts = List.copyOf(counts);
        if (counts.size() != size(scale)) {
            throw new IllegalArgumentException(counts.size() + " counts do not fit " + scale);
        }
    }

    /** Nobody has answered. */
    public static Histogram none(Scale scale) {
        return of(scale, Map.of());
    }

    /**
     * A histogram from counts by raw value; values that are absent were not answered.
     * @throws IllegalArgumentException when a value does not stand on the scale
     */
    public static Histogram of(Scale scale, Map<Integer, Long> byValue) {
        long[] counts = new long[size(scale)];
        byValue.forEach((raw, count) -> {
            if (!scale.has(raw)) {
                throw new IllegalArgumentException(raw + " is not on " + scale);
            }
            counts[raw - scale.min()] += count;
        });
        return new Histogram(scale, LongStream.of(counts).boxed().toList());
    }

    private static int size(Scale scale) {
        return scale.max() - scale.min() + 1;
    }

    /** How often a raw value was answered. */
    public long count(int raw) {
        return scale.has(raw) ? counts.get(raw - scale.min()) : 0;
    }

    /** All answers. */
    public long answers() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /** The answers in one band. */
    public long in(Band band) {
        long sum = 0;
        for (int raw = scale.min(); raw <= scale.max(); raw++) {
            sum += (scale.band(raw) == band) ? count(raw) : 0;
        }
        return sum;
    }

    /**
     * Both together.
     * @throws IllegalArgumentException when the other one has another scale
     */
    public Histogram plus(Histogram other) {
        if (other.scale != scale) {
            throw new IllegalArgumentException(other.scale + " is never added to " + scale);
        }
        long[] sum = new long[counts.size()];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = counts.get(i) + other.counts.get(i);
        }
        return new Histogram(scale, LongStream.of(sum).boxed().toList());
    }

}
