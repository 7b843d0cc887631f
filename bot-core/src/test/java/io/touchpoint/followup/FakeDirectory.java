package io.touchpoint.followup;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Directory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A platform's people, of whom nobody is there until put. */
final class FakeDirectory implements Directory {

    private final Map<String, Person> people = new ConcurrentHashMap<>();

    private final Map<String, Person> emails = new ConcurrentHashMap<>();

    private final Map<String, Channel> channels = new ConcurrentHashMap<>();

    private final AtomicBoolean silent = new AtomicBoolean();

    private final String platform;

    FakeDirectory() {
        this("slack");
    }

    FakeDirectory(String platform) {
        this.platform = platform;
    }

    void put(Person person) {
        people.put(person.address().id(), person);
        if (person.email() != null) {
            emails.put(person.email(), person);
        }
    }

    void put(Channel channel) {
        channels.put(channel.address().id(), channel);
    }

    /** Gives no answer any more, or does again. */
    void silent(boolean now) {
        silent.set(now);
    }

    @Override
    public String platform() {
        return platform;
    }

    @Override
    public Found<Person> person(Address person) {
        return found(people.get(person.id()));
    }

    @Override
    public Found<Person> byEmail(String workspace, String tenant, String email) {
        return found(emails.get(email));
    }

    @Override
    public Found<Channel> channel(Address channel) {
        Channel known = channels.get(channel.id());
        return (known != null) ? new Found.Here<>(known) : new Found.Nowhere<>("channel_not_found");
    }

    private Found<Person> found(@Nullable Person person) {
        if (silent.get()) {
            return new Found.NotNow<>("ratelimited");
        }
        return (person != null) ? new Found.Here<>(person) : new Found.Nowhere<>("users_not_found");
    }

}
