package io.touchpoint.chat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A directory of one's own: it knows whom it was told of, and every channel as one of the
 * company's own unless it was told otherwise.
 */
public final class FakeDirectory implements Directory {

    private final String platform;

    private final Map<Address, Person> people = new ConcurrentHashMap<>();

    private boolean everybody;

    private final Map<Address, Found<Channel>> channels = new ConcurrentHashMap<>();

    public FakeDirectory(String platform) {
        this.platform = platform;
    }

    public FakeDirectory knows(Person person) {
        people.put(person.address(), person);
        return this;
    }

    /** Knows whomever it is asked for, as a guest. */
    public FakeDirectory knowsEverybody() {
        everybody = true;
        return this;
    }

    public FakeDirectory answers(Address channel, Found<Channel> answer) {
        channels.put(channel, answer);
        return this;
    }

    /** Says that a channel is read by other companies too. */
    public FakeDirectory shares(Address channel) {
        return answers(channel, new Found.Here<>(new Channel(channel, channel.id(), true, false, true)));
    }

    @Override
    public String platform() {
        return platform;
    }

    @Override
    public Found<Person> person(Address person) {
        Person known = people.get(person);
        return found(
                (known == null && everybody) ? new Person(person, person.id(), null, null, null, false, true) : known);
    }

    @Override
    public Found<Person> byEmail(String workspace, String tenant, String email) {
        return found(people.values()
            .stream()
            .filter((person) -> person.address().workspace().equals(workspace) && email.equals(person.email()))
            .findFirst()
            .orElse(null));
    }

    @Override
    public Found<Channel> channel(Address channel) {
        return channels.getOrDefault(channel, new Found.Here<>(new Channel(channel, channel.id(), false, false, true)));
    }

    private static Found<Person> found(@Nullable Person person) {
        return (person != null) ? new Found.Here<>(person) : new Found.Nowhere<>("not_found");
    }

}
