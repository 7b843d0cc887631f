package io.touchpoint.checkin;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Field;
import io.touchpoint.chat.Form;
import io.touchpoint.chat.FormPart;
import io.touchpoint.team.Colleague;
import io.touchpoint.team.Team;
import io.touchpoint.team.Teams;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The form on which a check-in is planned, as far as it is filled in.
 *
 * @param planner who fills it in
 * @param with the platform's id of the other; null while nobody is chosen
 * @param cadence weeks between two meetings, "0" for a single one
 */
record PlanForm(Colleague planner, @Nullable String with, String cadence, @Nullable LocalDate day,
        @Nullable LocalTime time, String minutes, @Nullable String note) {

    static final String NAME = "checkin-plan";

    private static final String WITH = "with";

    private static final String CADENCE = "cadence";

    private static final String DAY = "day";

    private static final String TIME = "time";

    private static final String MINUTES = "minutes";

    private static final String NOTE = "note";

    private static final int LONGEST_NOTE = 500;

    private static final int FARTHEST_YEARS = 2;

    private static final List<Field.Option> CADENCES = List.of(new Field.Option("1", "Every week"),
            new Field.Option("2", "Every 2 weeks"), new Field.Option("4", "Every 4 weeks"),
            new Field.Option("0", "Once"));

    private static final List<Field.Option> LENGTHS = List.of(new Field.Option("15", "15 min"),
            new Field.Option("20", "20 min"), new Field.Option("30", "30 min"), new Field.Option("45", "45 min"));

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** What was read from a form that is filled in. */
    sealed interface Reading {

        /** All is well. */
        record Right(Colleague other, Rhythm rhythm, int minutes, @Nullable String note) implements Reading {
        }

        /** A sentence for each field that is not. */
        record Wrong(Map<String, String> fields) implements Reading {
        }

    }

    /** A form as it is first shown: the next working day, every two weeks. */
    static PlanForm first(Colleague planner, List<Colleague> reports, String platform, Instant now) {
        LocalDate day = now.atZone(planner.zone()).toLocalDate().plusDays(1);
        while (WEEKEND.contains(day.getDayOfWeek())) {
            day = day.plusDays(1);
        }
        Optional<Address> only = (reports.size() == 1) ? reports.getFirst().on(platform) : Optional.empty();
        return new PlanForm(planner, only.map(Address::id).orElse(null), "2", day, LocalTime.of(10, 0), "30", null);
    }

    /** The form with what was filled in. */
    static PlanForm of(Colleague planner, Map<String, List<String>> values) {
        return new PlanForm(planner, value(values, WITH), option(CADENCES, value(values, CADENCE), "2"),
                parsed(value(values, DAY), LocalDate::parse), parsed(value(values, TIME), LocalTime::parse),
                option(LENGTHS, value(values, MINUTES), "30"), value(values, NOTE));
    }

    private static @Nullable String value(Map<String, List<String>> values, String key) {
        List<String> chosen = values.getOrDefault(key, List.of());
        return (chosen.isEmpty() || chosen.getFirst().isBlank()) ? null : chosen.getFirst().strip();
    }

    private static String option(List<Field.Option> options, @Nullable String value, String otherwise) {
        return options.stream()
            .map(Field.Option::value)
            .filter((some) -> some.equals(value))
            .findFirst()
            .orElse(otherwise);
    }

    private static <T> @Nullable T parsed(@Nullable String value, Function<String, T> parser) {
        try {
            return (value == null) ? null : parser.apply(value);
        }
        catch (DateTimeException _) {
            return null;
        }
    }

    Form form(String key, Teams teams, Address where, Instant now) {
        List<FormPart> parts = new ArrayList<>();
        parts.add(new Field.Person(WITH, "With", with, true));
        parts.add(new Field.Choice(CADENCE, "How often", CADENCES, List.of(cadence), false, false, true));
        parts.add(new Field.Day(DAY, "First day", day, true));
        parts.add(new Field.Time(TIME, "Time, in your zone (" + Wording.city(planner.zone()) + ")", time, true));
        parts.add(new Field.Choice(MINUTES, "How long", LENGTHS, List.of(minutes), false, false, false));
        preview(teams, where, now).forEach((line) -> parts.add(Block.Paragraph.of(line)));
        parts.add(new Field.Text(NOTE, "Note to them", note, true, true, LONGEST_NOTE));
        return new Form(key, "Plan a check-in", "Send proposal", parts);
    }

    private List<String> preview(Teams teams, Address where, Instant now) {
        return switch (read(teams, where, now)) {
            case Reading.Wrong(Map<String, String> fields) -> (with == null || day == null || time == null)
                    ? List.of("Choose a person, a day and a time to see it in both zones.")
                    : List.copyOf(fields.values());
            case Reading.Right(Colleague other, Rhythm rhythm, int _, String _) -> {
                List<String> lines = new ArrayList<>();
                lines.add(bothTimes(other, rhythm.at(0)));
                lines.addAll(ClockNotes.of(rhythm, other.zone(), other.name()));
                outside(teams, other, rhythm.at(0)).ifPresent(lines::add);
                yield lines;
            }
        };
    }

    private String bothTimes(Colleague other, Instant first) {
        ZonedDateTime here = first.atZone(planner.zone());
        ZonedDateTime there = first.atZone(other.zone());
        String otherDay = here.toLocalDate().equals(there.toLocalDate()) ? "" : ", " + Wording.day(first, other.zone());
        return "%s: %s for you, %s for %s (%s%s).".formatted(other.name(), Wording.time(first, planner.zone()),
                Wording.time(first, other.zone()), other.name(), Wording.city(other.zone()), otherDay);
    }

    private static Optional<String> outside(Teams teams, Colleague other, Instant first) {
        ZonedDateTime there = first.atZone(other.zone());
        if (!workdays(teams, other).contains(there.getDayOfWeek())) {
            return Optional.of("That is a day off for " + other.name() + ".");
        }
        boolean within = !there.toLocalTime().isBefore(other.dayStarts())
                && there.toLocalTime().isBefore(other.dayEnds());
        return within ? Optional.empty() : Optional
            .of("That is outside the working day of " + other.name() + " (" + Wording.workingDay(other) + ").");
    }

    /** The days on which a colleague works: those of the team, else Monday to Friday. */
    static Set<DayOfWeek> workdays(Teams teams, Colleague colleague) {
        String key = colleague.team();
        Optional<Team> team = (key == null) ? Optional.empty() : teams.team(colleague.workspace(), key);
        return team.map(Team::workdays)
            .filter((days) -> !days.isEmpty())
            .orElse(Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY,
                    DayOfWeek.FRIDAY));
    }

    /**
     * Reads the form.
     * @param where the planner's direct chat: the other is on the same platform
     */
    Reading read(Teams teams, Address where, Instant now) {
        Map<String, String> wrong = new LinkedHashMap<>();
        Colleague other = null;
        if (with == null) {
            wrong.put(WITH, "Choose a person.");
        }
        else {
            Address address = Address.person(where.workspace(), where.platform(), where.tenant(), with);
            other = teams.colleague(address).orElse(null);
            if (other == null) {
                wrong.put(WITH, "I don't know this person as a colleague. Choose somebody else.");
            }
            else if (other.key().equals(planner.key())) {
                wrong.put(WITH, "A check-in needs two. Choose somebody else.");
            }
        }
        Rhythm rhythm = rhythm(wrong, now);
        String words = note;
        if (words != null && words.length() > LONGEST_NOTE) {
            wrong.put(NOTE, "At most " + LONGEST_NOTE + " characters.");
        }
        return (other == null || rhythm == null || !wrong.isEmpty()) ? new Reading.Wrong(wrong)
                : new Reading.Right(other, rhythm, Integer.parseInt(minutes), words);
    }

    private @Nullable Rhythm rhythm(Map<String, String> wrong, Instant now) {
        if (day == null) {
            wrong.put(DAY, "Choose a day.");
        }
        if (time == null) {
            wrong.put(TIME, "Choose a time.");
        }
        if (day == null || time == null) {
            return null;
        }
        LocalDate today = now.atZone(planner.zone()).toLocalDate();
        if (day.isBefore(today)) {
            wrong.put(DAY, "That day is over. Choose a later one.");
            return null;
        }
        if (day.isAfter(today.plusYears(FARTHEST_YEARS))) {
            wrong.put(DAY, "Choose a day within two years.");
            return null;
        }
        Rhythm rhythm = new Rhythm(day, time, planner.zone(), Integer.parseInt(cadence));
        if (!rhythm.at(0).isAfter(now)) {
            wrong.put(TIME, "That time is over for you. Choose a later one.");
        }
        return rhythm;
    }

}
