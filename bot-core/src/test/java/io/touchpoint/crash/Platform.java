package io.touchpoint.crash;

import io.touchpoint.chat.FakeMessenger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A platform, and what is known of the calls that reached it too late. */
final class Platform {

    /** It can be asked what it has taken. */
    static final String SEEN = "seen";

    /** It cannot. */
    static final String UNSEEN = "unseen";

    final String name;

    final FakeMessenger chat;

    private final Map<String, Integer> late = new HashMap<>();

    Platform(String name) {
        this.name = name;
        this.chat = new FakeMessenger(name);
    }

    boolean searchable() {
        return name.equals(SEEN);
    }

    /** Somebody says it who has been held still between the record and the words. */
    void late(String token) {
        late.merge(token, 1, Integer::sum);
    }

    /** How often they may have been said once more because of that. */
    int lateness(String token) {
        return late.getOrDefault(token, 0);
    }

    List<FakeMessenger.Standing> standing() {
        return chat.standing();
    }

}
