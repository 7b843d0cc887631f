package io.touchpoint.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The port to a simulated chat platform: what stands there, and what people do with it.
 * What people do is delivered to the application at once and in full; what the
 * application does about it later is awaited by the {@link Sandbox}.
 */
public interface SimulatedPlatform {

    /** The platform, as addresses name it. */
    String name();

    /** Says where the application is reached: scheme, host and port. */
    void deliverTo(URI application);

    /** All people, in the order in which they came. */
    List<Person> people();

    /** All channels, in the order in which they came. */
    List<Channel> channels();

    /** Adds a person who can be written to; gives the platform's id. */
    String add(Newcomer newcomer);

    /** The messages of a channel, oldest first, without the first {@code from}. */
    List<Shown> channel(String channel, int from);

    /**
     * The messages of the direct chat between a person and the bot, oldest first, without
     * the first {@code from}.
     */
    List<Shown> direct(String person, int from);

    /** A message as it stands now. */
    Optional<Shown> message(String id);

    /** A person opens the personal view. */
    void opensHome(String person);

    /** The personal view as it was last shown to a person. */
    Optional<Shown> home(String person);

    /**
     * A person writes.
     * @param channel where; null for the direct chat with the bot
     * @param replyTo the message in whose thread it goes; null for none
     */
    void says(String person, @Nullable String channel, String text, @Nullable String replyTo);

    /**
     * A person presses a button or picks an option on a message, a form or the personal
     * view.
     * @param on the id of the message or form
     * @param value the option that is picked; empty for a button
     * @param filled what stands in the other fields of the form
     */
    void presses(String person, String on, String control, List<String> value, Map<String, List<String>> filled);

    /**
     * A person sends a form.
     * @return what is wrong, by the id of the field; empty when it was taken
     */
    Map<String, String> submits(String person, String form, Map<String, List<String>> values);

    /** A person closes every form that is open. */
    void closesForms(String person);

    /** The form that a person sees now. */
    Optional<OpenForm> form(String person);

    /**
     * A person gives a command.
     * @param channel where; null for the direct chat with the bot
     */
    void commands(String person, @Nullable String channel, String command);

    /**
     * A colleague chooses on a message that its conversation is to be marked as solved.
     */
    void marksSolved(String person, String message);

    /** Makes the platform misbehave. */
    void misbehave(Misbehaviour misbehaviour);

    /** Ends all misbehaviour and lets go of calls that hang. */
    void behave();

    /** How many calls of the application hang now. */
    int hanging();

    /** Every call of the application, in the order in which they came. */
    List<Call> calls();

    /** When the platform next does something by itself, such as delivering again. */
    Optional<Instant> nextDue();

    /** Does what the platform does by itself; gives how much it did. */
    int runDue(Instant now);

    /** What a person is to the company. */
    enum Role {

        @JsonProperty("customer")
        CUSTOMER, @JsonProperty("staff")
        STAFF, @JsonProperty("manager")
        MANAGER, @JsonProperty("admin")
        ADMIN

    }

    /** A person on the platform; {@code team} is the id of the team, for colleagues. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Person(String id, String name, Role role, Locale locale, ZoneId timeZone, @Nullable String team,
            @Nullable String email, @Nullable String account) {
    }

    /** A team's channel. */
    record Channel(String id, String name, @Nullable String team) {
    }

    /**
     * Somebody who is to be added.
     *
     * @param id the platform's id, where it is fixed; null for any
     */
    record Newcomer(@Nullable String id, String name, Role role, Locale locale, ZoneId timeZone, @Nullable String team,
            @Nullable String email, @Nullable String account) {
    }

    /**
     * A message as it stands.
     *
     * @param from the person's id, or {@code bot}
     * @param text all that a reader sees, in reading order
     * @param replyTo the message in whose thread it is
     * @param visibleTo the only person who sees it
     * @param raw the platform's own form of it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(String id, Instant at, String from, String text, List<Control> controls, @Nullable String replyTo,
            boolean edited, boolean deleted, @Nullable String visibleTo, @JsonProperty("native") JsonNode raw) {

        public Shown {
            controls = List.copyOf(controls);
        }

        /** The control with this label, or whose label begins so. */
        public Optional<Control> control(String label) {
            return controls.stream()
                .filter((control) -> control.label().equals(label))
                .findFirst()
                .or(() -> controls.stream().filter((control) -> control.label().startsWith(label)).findFirst());
        }

    }

    /**
     * Something to press, pick or fill in.
     *
     * @param kind {@code button}, {@code select} or {@code menu}; on forms also
     * {@code text}, {@code lines}, {@code date}, {@code time}, {@code person},
     * {@code radio}, {@code checkboxes} and the like
     * @param value what is filled in or chosen now; null for nothing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Control(String id, String kind, String label, @Nullable List<Option> options, @Nullable Object value) {
    }

    /** What can be chosen: what comes back, and what is read. */
    record Option(String value, String label) {
    }

    /**
     * A form that a person sees.
     *
     * @param text all that a reader sees, in reading order
     * @param submit the words on the button that sends it; null for a form that is only
     * read
     * @param fields what can be filled in or pressed
     * @param raw the platform's own form of it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OpenForm(String id, String title, String text, @Nullable String submit, List<Control> fields,
            @JsonProperty("native") JsonNode raw) {

        public OpenForm {
            fields = List.copyOf(fields);
        }

        /** The field with this label, or whose label begins so. */
        public Optional<Control> field(String label) {
            return fields.stream()
                .filter((field) -> field.label().equals(label))
                .findFirst()
                .or(() -> fields.stream().filter((field) -> field.label().startsWith(label)).findFirst());
        }

    }

    /**
     * A way in which the platform misbehaves.
     *
     * @param operation such as {@code send}, {@code update}, or a method of the platform
     * @param answer a status such as 429, or {@code timeout}, {@code drop},
     * {@code duplicate}, {@code blocked}
     * @param retryAfter what a 429 asks for
     * @param times how often
     * @param target only calls to this channel or person; null for all
     */
    record Misbehaviour(String operation, String answer, Duration retryAfter, int times, @Nullable String target) {
    }

    /**
     * A call of the application.
     *
     * @param answer the status, with the platform's error code behind it; {@code none}
     * when there was no answer
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Call(String method, @Nullable String target, Instant at, String answer) {
    }

}
