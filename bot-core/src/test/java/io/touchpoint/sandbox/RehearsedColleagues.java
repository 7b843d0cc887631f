package io.touchpoint.sandbox;

import io.touchpoint.sandbox.SimulatedPlatform.Channel;
import io.touchpoint.sandbox.SimulatedPlatform.Control;
import io.touchpoint.sandbox.SimulatedPlatform.OpenForm;
import io.touchpoint.sandbox.SimulatedPlatform.Person;
import io.touchpoint.sandbox.SimulatedPlatform.Role;
import io.touchpoint.sandbox.SimulatedPlatform.Shown;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** What colleagues do about what they read, by chance. */
final class RehearsedColleagues {

    private static final String TAKE = "I'll take it";

    private static final String REPLY = "Reply to customer";

    private static final String CLOSE = "Close";

    private static final String PLAN = "Plan a check-in";

    private static final String ACCEPT = "Accept";

    private final Rehearsal.Run run;

    private final SimulatedPlatform platform;

    private final SplittableRandom chance;

    RehearsedColleagues(Rehearsal.Run run, SimulatedPlatform platform, int seed) {
        this.run = run;
        this.platform = platform;
        this.chance = new SplittableRandom(1_000_003L * seed);
    }

    /** The team reads a message in its channel. */
    void read(Channel channel, Shown message) {
        if (message.control(TAKE).isPresent()) {
            run.count("cases");
            if (chance.nextInt(100) < 85) {
                someone(channel).ifPresent((person) -> attend(person, message));
            }
        }
        else if (message.control(PLAN).isPresent() && chance.nextInt(100) < 60) {
            manager(channel).ifPresent((person) -> plan(person, message));
        }
    }

    /** A colleague reads a message in the own chat. */
    void read(Person person, Shown message) {
        if (message.control(ACCEPT).isPresent()) {
            press(person, message, ACCEPT, message.at().plus(RehearsedCustomers.minutes(chance, 10, 300)));
            run.count("checkIns");
        }
    }

    private void attend(Person person, Shown message) {
        Instant taken = message.at().plus(RehearsedCustomers.minutes(chance, 10, 240));
        Instant replied = taken.plus(RehearsedCustomers.minutes(chance, 5, 120));
        press(person, message, TAKE, taken);
        fill(person, message, REPLY, replied, "I am sorry about that. We look into it today and write again.");
        fill(person, message, CLOSE, replied.plus(RehearsedCustomers.minutes(chance, 60, 24 * 60)),
                "Talked to the carrier.");
    }

    private void plan(Person manager, Shown message) {
        fill(manager, message, PLAN, message.at().plus(RehearsedCustomers.minutes(chance, 10, 300)), "");
    }

    private void press(Person person, Shown message, String label, Instant at) {
        run.plan(at, () -> pressed(person, message, label));
    }

    private void pressed(Person person, Shown message, String label) {
        platform.message(message.id())
            .flatMap((now) -> now.control(label))
            .ifPresent((control) -> RehearsedCustomers
                .tryOut(() -> platform.presses(person.id(), message.id(), control.id(), List.of(), Map.of())));
    }

    /** Opens a form, and sends it once it is there. */
    private void fill(Person person, Shown message, String label, Instant at, String words) {
        run.plan(at, () -> {
            platform.closesForms(person.id());
            pressed(person, message, label);
            run.plan(at, () -> platform.form(person.id()).ifPresent((form) -> send(person, form, words)));
        });
    }

    private void send(Person person, OpenForm form, String words) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Control field : form.fields()) {
            List<SimulatedPlatform.Option> options = Optional.ofNullable(field.options()).orElse(List.of());
            if (field.kind().equals("text") || field.kind().equals("lines")) {
                values.put(field.id(), List.of(words));
            }
            else if (field.value() == null && !options.isEmpty()) {
                values.put(field.id(), List.of(options.get(chance.nextInt(options.size())).value()));
            }
        }
        RehearsedCustomers.tryOut(() -> platform.submits(person.id(), form.id(), values));
        platform.closesForms(person.id());
    }

    private Optional<Person> someone(Channel channel) {
        List<Person> team = platform.people().stream().filter((person) -> belongs(person, channel)).toList();
        return team.isEmpty() ? Optional.empty() : Optional.of(team.get(chance.nextInt(team.size())));
    }

    private Optional<Person> manager(Channel channel) {
        return platform.people()
            .stream()
            .filter((person) -> belongs(person, channel) && person.role() == Role.MANAGER)
            .findFirst();
    }

    private static boolean belongs(Person person, Channel channel) {
        return channel.team() != null && channel.team().equals(person.team());
    }

}
