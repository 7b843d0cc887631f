package io.touchpoint.teams;

import com.auth0.jwk.Jwk;
import com.auth0.jwk.JwkException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys with which the Bot Connector signs. The last good set stays through an outage,
 * one bad key does not lose the others, and unknown ids cause at most one fetch a minute.
 */
final class SigningKeys implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);

    private static final Duration CONNECT = Duration.ofSeconds(3);

    private static final Duration TOTAL = Duration.ofSeconds(5);

    private static final Duration FRESH = Duration.ofHours(24);

    private static final Duration BETWEEN_TRIES = Duration.ofMinutes(1);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();

    private final ReentrantLock refreshing = new ReentrantLock();

    private final URI metadata;

    private final Clock clock;

    private volatile Keys keys = new Keys(Map.of(), Instant.MIN);

    private volatile Instant lastTry = Instant.MIN;

    SigningKeys(URI metadata, Clock clock) {
        this.metadata = metadata;
        this.clock = clock;
    }

    /**
     * A key, and the channels for which it signs.
     */
    record Key(RSAPublicKey value, Set<String> endorsements) {
    }

    private record Keys(Map<String, Key> byId, Instant at) {
    }

    /** Whether no key has ever been seen: nothing can be said about any token. */
    boolean none() {
        return keys.byId().isEmpty();
    }

    /** The key of this id. */
    Optional<Key> key(@Nullable String id) {
        Instant now = clock.instant();
        Key known = (id == null) ? null : keys.byId().get(id);
        boolean stale = !keys.byId().isEmpty() && keys.at().plus(FRESH).isBefore(now);
        if (known != null && !stale) {
            return Optional.of(known);
        }
        refresh(known == null, now);
        return (id == null) ? Optional.empty() : Optional.ofNullable(keys.byId().getOrDefault(id, known));
    }

    /**
     * Fetches the keys anew, unless that was tried within a minute.
     * @param needed whether to wait while another thread does so
     */
    private void refresh(boolean needed, Instant now) {
        boolean mine = needed ? waited() : refreshing.tryLock();
        if (!mine) {
            return;
        }
        try {
            boolean tooSoon = !lastTry.equals(Instant.MIN) && !lastTry.plus(BETWEEN_TRIES).isBefore(now)
                    && !lastTry.isAfter(now);
            if (!tooSoon) {
                lastTry = now;
                keys = new Keys(load(), now);
            }
        }
        catch (IOException ex) {
            log.warn("The signing keys could not be fetched: {}", ex.getClass().getSimpleName());
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
        finally {
            refreshing.unlock();
        }
    }

    private boolean waited() {
        try {
            return refreshing.tryLock(2 * TOTAL.toMillis(), TimeUnit.MILLISECONDS);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Map<String, Key> load() throws IOException, InterruptedException {
        String address = Json2.found(get(metadata), "jwks_uri").orElseThrow(() -> new IOException("no jwks_uri"));
        Map<String, Key> found = new HashMap<>();
        for (JsonNode node : get(uri(address)).path("keys")) {
            key(node).ifPresent((key) -> found.put(node.path("kid").asText(), key));
        }
        if (found.isEmpty()) {
            throw new IOException("no usable key");
        }
        return Map.copyOf(found);
    }

    private static URI uri(String address) throws IOException {
        try {
            return URI.create(address);
        }
        catch (IllegalArgumentException ex) {
            throw new IOException("jwks_uri is no address");
        }
    }

    private static Optional<Key> key(JsonNode node) {
        try {
            @SuppressWarnings("unchecked")
            Map<String, Object> values = Json2.MAPPER.convertValue(node, Map.class);
            Set<String> endorsements = new HashSet<>();
            node.path("endorsements").forEach((one) -> endorsements.add(one.asText()));
            return (Jwk.fromValues(values).getPublicKey() instanceof RSAPublicKey rsa)
                    ? Optional.of(new Key(rsa, Set.copyOf(endorsements))) : Optional.empty();
        }
        catch (JwkException | RuntimeException ex) {
            return Optional.empty();
        }
    }

    private JsonNode get(URI uri) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send(uri);
        if (answer.statusCode() != 200) {
            throw new IOException("http " + answer.statusCode());
        }
        return Json2.MAPPER.readTree(answer.body());
    }

    private HttpResponse<byte[]> send(URI uri) throws IOException, InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(uri).timeout(TOTAL).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
        catch (IllegalArgumentException ex) {
            throw new IOException("no web address");
        }
    }

    @Override
    public void close() {
        http.close();
    }

}
