package io.touchpoint.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a customer is asked: 09:00 to 20:00 where the customer lives, or the part of that
 * which the customer wishes, and not on public holidays there.
 *
 * @param zone where the customer lives
 * @param country whose holidays are kept, {@code DE} or {@code DE-BY}; null for none
 */
public record WakingHours(ZoneId zone, Preferences.Hours hours, @Nullable String country) {

    /** More holidays than this are nowhere in a row. */
    private static final int MOST_IN_A_ROW = 31;

    /**
     * The hours of a customer.
     * @param otherwise whose holidays are kept when the customer's country is not known;
     * null for none
     */
    public static WakingHours of(Customer customer, ZoneId zone, @Nullable String otherwise) {
        return new WakingHours(zone, customer.wishes().hours(),
                (customer.country() != null) ? customer.country() : otherwise);
    }

    /**
     * The first moment at which the customer may be asked, {@code wanted} itself or
     * later. Where a clock change leaves 09:00 out, the day begins when the clocks have
     * moved on.
     */
    public Instant next(Instant wanted) {
        ZonedDateTime local = wanted.atZone(zone);
        LocalDate today = local.toLocalDate();
        LocalTime time = local.toLocalTime();
        if (!time.isBefore(hours.to())) {
            return start(today.plusDays(1));
        }
        boolean awake = !time.isBefore(hours.from()) && holiday(today).isEmpty();
        return awake ? wanted : start(today);
    }

    /**
     * Why a customer is not asked at a moment, in plain words; empty when nothing is in
     * the way.
     */
    public Optional<String> obstacle(Instant at) {
        if (next(at).equals(at)) {
            return Optional.empty();
        }
        return Optional
            .of(holiday(at.atZone(zone).toLocalDate()).map((name) -> name + " is a holiday where the customer lives")
                .orElse("it is not " + words()));
    }

    /** The hours in plain words. */
    public String words() {
        return "between " + hours.from() + " and " + hours.to() + " where the customer lives"
                + ((hours == Preferences.Hours.ANY) ? "" : ", as the customer wishes");
    }

    private Instant start(LocalDate first) {
        LocalDate day = first;
        while (holiday(day).isPresent() && day.isBefore(first.plusDays(MOST_IN_A_ROW))) {
            day = day.plusDays(1);
        }
        return day.atTime(hours.from()).atZone(zone).toInstant();
    }

    private Optional<String> holiday(LocalDate day) {
        return (country == null) ? Optional.empty() : Holidays.on(day, country);
    }

}
