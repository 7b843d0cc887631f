package io.touchpoint.intake;

import io.touchpoint.intake.Generations.Generation;
import io.touchpoint.workspace.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * The secrets that a workspace's senders sign with. The newest one is valid, and for a
 * day the one before it; the one of the settings comes before all that are issued in
 * chat. None is stored: each is made anew from the key of the settings and a salt.
 */
@Component
public class EventSecrets {

    private static final String ALGORITHM = "HmacSHA256";

    private static final int SALT_BYTES = 16;

    private final IntakeSettings settings;

    private final MongoOperations mongo;

    private final SecureRandom random = new SecureRandom();

    EventSecrets(IntakeSettings settings, MongoOperations mongo) {
        this.settings = settings;
        this.mongo = mongo;
    }

    /** What came of the wish for a new secret. */
    public sealed interface Issuing {

        /**
         * It was issued.
         *
         * @param before until when the one before it is valid; null when there was none
         */
        record Issued(Secret secret, @Nullable Instant before) implements Issuing {
        }

        /** Somebody else issued another at the same moment, or since. */
        record Overtaken() implements Issuing {
        }

        /** Nothing is set to make secrets from. */
        record NoKey() implements Issuing {
        }

    }

    /**
     * A secret that is valid.
     *
     * @param by the id of the colleague who issued it; null for the one of the settings
     * @param since when it was issued; null for the one of the settings
     * @param until when it ends; null while that is open
     */
    public record Valid(@Nullable String by, @Nullable Instant since, @Nullable Instant until) {
    }

    /** Whether secrets can be issued. */
    public boolean issues() {
        return settings.root().isPresent();
    }

    /**
     * Issues a secret, unless somebody else does so at the same moment.
     * @param by the id of the colleague who asks
     * @param request names what was asked: asked again under the same name, the same
     * secret is given
     */
    public Issuing issue(String workspace, String by, String request, Instant now) {
        if (!issues()) {
            return new Issuing.NoKey();
        }
        Generations known = find(workspace);
        Generations stands = known.of(request).isPresent() ? known
                : saved(known.with(new Generation(now, by, request, salt(), null)));
        return stands.of(request)
            .filter((one) -> one.isValid(now))
            .flatMap((one) -> key(workspace, one)
                .<Issuing>map((key) -> new Issuing.Issued(written(key), before(stands, one, now))))
            .orElseGet(Issuing.Overtaken::new);
    }

    /**
     * What stands then: that somebody else was first is no reason to end what they
     * issued.
     */
    private Generations saved(Generations wanted) {
        try {
            return mongo.save(wanted);
        }
        catch (OptimisticLockingFailureException | DuplicateKeyException _) {
            return find(wanted.workspace());
        }
    }

    /** The secrets of a workspace that are valid, oldest first. */
    public List<Valid> valid(String workspace, Instant now) {
        return valid(find(workspace), now);
    }

    private List<Valid> valid(Generations known, Instant now) {
        List<Valid> valid = new ArrayList<>();
        first(known, now).ifPresent((_) -> valid.add(new Valid(null, null, known.firstUntil())));
        known.issued()
            .stream()
            .filter((one) -> one.isValid(now) && issues())
            .forEach((one) -> valid.add(new Valid(one.by(), one.at(), one.until())));
        return valid;
    }

    /** The keys of the signatures that count for a workspace. */
    List<byte[]> keys(String workspace, Instant now) {
        Generations known = find(workspace);
        List<byte[]> keys = new ArrayList<>();
        first(known, now).ifPresent(keys::add);
        known.issued()
            .stream()
            .filter((one) -> one.isValid(now))
            .forEach((one) -> key(workspace, one).ifPresent(keys::add));
        return keys;
    }

    private Generations find(String workspace) {
        Generations stored = mongo.findById(Generations.id(workspace), Generations.class);
        return (stored != null) ? stored : Generations.none(workspace);
    }

    private Optional<byte[]> first(Generations known, Instant now) {
        Instant until = known.firstUntil();
        return settings.first().filter((_) -> until == null || now.isBefore(until));
    }

    private @Nullable Instant before(Generations stands, Generation one, Instant now) {
        int place = stands.issued().indexOf(one);
        Instant until = (place > 0) ? stands.issued().get(place - 1).until()
                : settings.first().isPresent() ? stands.firstUntil() : null;
        return (until != null && now.isBefore(until)) ? until : null;
    }

    private Optional<byte[]> key(String workspace, Generation generation) {
        String salt = generation.salt();
        return (salt == null) ? Optional.empty() : settings.root().map((root) -> made(root, workspace + "|" + salt));
    }

    private static byte[] made(byte[] root, String name) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(root, ALGORITHM));
            return mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private static Secret written(byte[] key) {
        return new Secret(IntakeSettings.PREFIX + Base64.getEncoder().encodeToString(key));
    }

    private String salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

}
