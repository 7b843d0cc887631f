package io.touchpoint.outbox;

import io.touchpoint.chat.Messenger;
import io.touchpoint.heartbeat.DueWork;
import io.touchpoint.storage.Instances;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Service;

/**
 * Keeps what was promised to be said, and says it: at least once to a person, at most
 * once to a channel when the platform cannot tell what it has taken.
 */
@Service
public class Outbox implements DueWork {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

    private static final int TOKEN_LENGTH = 26;

    private static final int MOST_UNDER_WAY = 200;

    private final Entries entries;

    private final Rounds rounds;

    private final Speaker speaker;

    private final ObjectProvider<Messenger> messengers;

    private final OutboxSettings settings;

    private final Instances instances;

    private final Map<String, String> underWay = new ConcurrentHashMap<>();

    Outbox(Entries entries, Rounds rounds, Speaker speaker, ObjectProvider<Messenger> messengers,
            OutboxSettings settings, Instances instances) {
        this.entries = entries;
        this.rounds = rounds;
        this.speaker = speaker;
        this.messengers = messengers;
        this.settings = settings;
        this.instances = instances;
    }

    /** Promises sayings, in this order; what was promised before stays as it was. */
    public void promise(List<Saying> sayings, Instant now) {
        sayings.forEach((saying) -> entries.insert(saying, now));
    }

    /** The saying that a message's token names. */
    public Optional<Said> byToken(String workspace, String token) {
        return entries.find(Criteria.where("token").is(token))
            .stream()
            .filter((entry) -> entry.saying().to().workspace().equals(workspace))
            .map(Entry::said)
            .findFirst();
    }

    /** The saying with this key. */
    public Optional<Said> byKey(String key) {
        return entries.byKey(key).map(Entry::said);
    }

    /** How many of the sayings with these keys stand on their platform. */
    public long delivered(Collection<String> keys) {
        return entries.wordless(keys).stream().filter((entry) -> entry.state() == Said.State.DELIVERED).count();
    }

    /** All that was promised about a thing, in the order of the promises. */
    public List<Said> about(String about) {
        return entries.find(Criteria.where("saying.about").is(about)).stream().map(Entry::said).toList();
    }

    /** How many are being said just now. */
    public int underWay() {
        return underWay.size();
    }

    /** The opaque name of a saying: 26 characters of base 32 of its key's SHA-256. */
    public static String token(String key) {
        byte[] hash = Backoff.sha256(key);
        StringBuilder token = new StringBuilder(TOKEN_LENGTH);
        int bits = 0;
        int held = 0;
        for (int i = 0; token.length() < TOKEN_LENGTH; i++) {
            bits = (bits << 8) | (hash[i] & 0xff);
            held += 8;
            while (held >= 5 && token.length() < TOKEN_LENGTH) {
                held -= 5;
                token.append(BASE32.charAt((bits >>> held) & 31));
            }
            bits &= (1 << held) - 1;
        }
        return token.toString();
    }

    @Override
    public int runDue(Instant now) {
        if (!underWay.isEmpty()) {
            entries.renew(Map.copyOf(underWay), now);
        }
        int room = Math.min(settings.atOnce(), MOST_UNDER_WAY - underWay.size());
        Map<String, Messenger> here = here();
        if (here.isEmpty() || room <= 0) {
            return 0;
        }
        Rounds.Turn turn = rounds.choose(here, room, now);
        if (turn.keys().isEmpty()) {
            return turn.postponed();
        }
        List<Entry> taken = entries.claim(turn.keys(), instances.holder(), now);
        speakAll(taken, here, now);
        return taken.size() + turn.postponed();
    }

    @Override
    public Optional<Instant> nextDue() {
        Map<String, Messenger> here = here();
        return here.isEmpty() ? Optional.empty() : entries.nextDue(here.keySet());
    }

    private Map<String, Messenger> here() {
        return messengers.stream().collect(Collectors.toMap(Messenger::platform, (messenger) -> messenger));
    }

    private void speakAll(List<Entry> taken, Map<String, Messenger> here, Instant now) {
        CountDownLatch open = new CountDownLatch(taken.size());
        for (Entry entry : taken) {
            underWay.put(entry.id(), String.valueOf(entry.holder()));
            Thread.ofVirtual().name("outbox").start(() -> {
                try {
                    speak(entry, here, now);
                }
                finally {
                    underWay.remove(entry.id());
                    open.countDown();
                }
            });
        }
        try {
            if (!open.await(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                log.info("{} messages are still being said", open.getCount());
            }
        }
        catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void speak(Entry entry, Map<String, Messenger> here, Instant now) {
        Messenger messenger = here.get(entry.saying().to().platform());
        if (messenger == null) {
            throw new IllegalStateException("taken for a platform that is not here: " + entry.token());
        }
        try {
            speaker.speak(entry, messenger, now);
            entries.wake(entry.place(), now);
        }
        catch (RuntimeException | StackOverflowError ex) {
            log.warn("What became of {} is not recorded and will be found out: {}", entry.token(),
                    ex.getClass().getName());
        }
    }

}
