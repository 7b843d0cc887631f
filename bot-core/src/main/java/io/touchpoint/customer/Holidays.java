package io.touchpoint.customer;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The public holidays of countries and their regions. */
public final class Holidays {

    private static final Set<String> COUNTRIES = HolidayManager.getSupportedCalendarCodes();

    private static final Map<Place, Map<LocalDate, String>> NAMES = new ConcurrentHashMap<>();

    private Holidays() {
    }

    /** A year somewhere. */
    private record Place(String country, Year year) {
    }

    /**
     * Whether the holidays of a country are known.
     * @param country {@code DE}, or with a region {@code DE-BY}
     */
    public static boolean known(String country) {
        return COUNTRIES.contains(land(country));
    }

    /**
     * The English name of a day's holiday; empty where the day or the country has none.
     * @param country {@code DE}, or with a region {@code DE-BY}
     */
    static Optional<String> on(LocalDate day, String country) {
        return known(country)
                ? Optional
                    .ofNullable(NAMES.computeIfAbsent(new Place(country, Year.from(day)), Holidays::names).get(day))
                : Optional.empty();
    }

    private static Map<LocalDate, String> names(Place place) {
        int dash = place.country().indexOf('-');
        String[] region = (dash < 0) ? new String[0]
                : new String[] { place.country().substring(dash + 1).toLowerCase(Locale.ROOT) };
        return HolidayManager.getInstance(ManagerParameters.create(land(place.country()).toLowerCase(Locale.ROOT)))
            .getHolidays(place.year(), region)
            .stream()
            .collect(Collectors.toUnmodifiableMap(Holiday::getDate, (holiday) -> holiday.getDescription(Locale.ENGLISH),
                    (one, other) -> (one.compareTo(other) <= 0) ? one : other));
    }

    private static String land(String country) {
        return country.split("-", 2)[0];
    }

}
