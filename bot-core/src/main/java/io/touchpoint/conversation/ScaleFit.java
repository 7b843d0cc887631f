package io.touchpoint.conversation;

import io.touchpoint.survey.Scale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a number that somebody wrote means on a scale. Nothing is ever clamped. */
record ScaleFit(Scale scale, boolean soft, @Nullable String comment) {

    /** Tops of scales that people have in mind beside the one that was asked. */
    private static final Set<Integer> OTHER_TOPS = Set.of(4, 5, 6, 7, 10, 20, 100);

    private static final BigDecimal LARGEST = BigDecimal.valueOf(100);

    /** A number by itself. */
    Optional<Reply> value(BigDecimal given) {
        if (given.compareTo(LARGEST) > 0) {
            return Optional.empty();
        }
        if (isWhole(given)) {
            int value = given.intValueExact();
            return Optional.of(scale.has(value) ? new Reply.Rated(value, soft, comment) : new Reply.OutOfScale(given));
        }
        int low = given.setScale(0, RoundingMode.FLOOR).intValueExact();
        return either(low, low + 1, given);
    }

    /** One of two numbers. */
    Optional<Reply> range(BigDecimal from, BigDecimal to) {
        if (!isWhole(from) || !isWhole(to)) {
            return Optional.empty();
        }
        int low = from.min(to).intValueExact();
        int high = from.max(to).intValueExact();
        return (low == high || high - low > 2) ? Optional.empty() : either(low, high, from.max(to));
    }

    /** So much of so much: the same scale, or another one. */
    Optional<Reply> fraction(BigDecimal part, BigDecimal of) {
        if (!isWhole(of) || of.signum() == 0) {
            return Optional.empty();
        }
        int top = of.intValueExact();
        boolean same = top == scale.max();
        if (!same && !OTHER_TOPS.contains(top)) {
            return Optional.empty();
        }
        if (part.compareTo(of.add(BigDecimal.ONE)) == 0) {
            return Optional
                .of(scale.highIsGood() ? new Reply.Rated(scale.max(), true, comment) : new Reply.OutOfScale(part));
        }
        if (part.compareTo(of) > 0) {
            return same ? Optional.of(new Reply.OutOfScale(part)) : Optional.empty();
        }
        return same ? value(part) : rescaled(part, of);
    }

    private Optional<Reply> rescaled(BigDecimal part, BigDecimal of) {
        if (!scale.highIsGood()) {
            return Optional.of(new Reply.OutOfScale(part));
        }
        if (part.compareTo(of) == 0) {
            return Optional.of(new Reply.Rated(scale.max(), soft, comment));
        }
        BigDecimal value = part.multiply(BigDecimal.valueOf(scale.max()))
            .divide(of, 6, RoundingMode.HALF_UP)
            .max(BigDecimal.valueOf(scale.min()));
        int low = value.setScale(0, RoundingMode.FLOOR).intValueExact();
        if (value.subtract(BigDecimal.valueOf(low)).compareTo(new BigDecimal("0.5")) == 0) {
            return either(low, low + 1, part);
        }
        int nearest = value.setScale(0, RoundingMode.HALF_UP).intValueExact();
        return Optional.of(new Reply.Rated(nearest, true, comment));
    }

    private Optional<Reply> either(int low, int high, BigDecimal given) {
        return Optional
            .of((scale.has(low) && scale.has(high)) ? new Reply.Between(low, high) : new Reply.OutOfScale(given));
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

}
