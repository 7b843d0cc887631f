package io.touchpoint.teams.fake;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The Bot Connector's own login: the keys that it publishes, and the tokens that it signs
 * what it sends to the app with. Times are those of the simulated clock.
 */
public final class Login {

    static final String ISSUER = "https://api.botframework.com";

    /** The tenant of the Bot Framework, which issues tokens between bots. */
    static final String BOT_FRAMEWORK = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/";

    private static final Duration LIFE = Duration.ofHours(1);

    private static final KeyPair FOREIGN = pair();

    private static final KeyPair BARE = pair();

    private static final KeyPair ELSEWHERE = pair();

    private static final KeyPair FIRST = pair();

    private final World world;

    private final Supplier<String> serviceUrl;

    private volatile KeyPair current = FIRST;

    private volatile String currentId = "teams-1";

    private volatile boolean repeated;

    Login(World world, Supplier<String> serviceUrl) {
        this.world = world;
        this.serviceUrl = serviceUrl;
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException(ex);
        }
    }

    /** Signs with a new key from now on; the old one is not published any more. */
    public void rotate() {
        this.currentId = world.id("teams-");
        this.current = pair();
    }

    /** Publishes the key twice under one id, and beside it one that cannot be read. */
    public void repeatKey(boolean twice) {
        this.repeated = twice;
    }

    /** An {@code Authorization} header as the Connector sends it. */
    public String header() {
        return header(serviceUrl.get());
    }

    String header(String service) {
        return "Bearer " + good(service).sign(rs256(current));
    }

    /** A header that is forged in one way; empty for none at all. */
    public String header(Forgery forgery) {
        String service = serviceUrl.get();
        Instant now = world.now();
        String app = world.company().appId();
        JWTCreator.Builder good = good(service);
        String token = switch (forgery) {
            case NO_HEADER -> "";
            case GARBAGE -> "a.b.c";
            case BASIC -> "Basic dXNlcjpwYXNz";
            case WRONG_AUDIENCE -> good.withAudience("9c1c0f0e-0000-4000-8000-000000000009").sign(rs256(current));
            case TWO_AUDIENCES -> good.withAudience(app, "9c1c0f0e-0000-4000-8000-000000000009").sign(rs256(current));
            case WRONG_ISSUER -> good.withIssuer("https://other.example").sign(rs256(current));
            case EXPIRED -> good.withExpiresAt(now.minus(Duration.ofMinutes(10))).sign(rs256(current));
            case NOT_YET_VALID -> good.withNotBefore(now.plus(Duration.ofMinutes(10))).sign(rs256(current));
            case NO_EXPIRY -> unlimited(service).sign(rs256(current));
            case NO_SERVICE_URL -> JWT.create()
                .withKeyId(currentId)
                .withIssuer(ISSUER)
                .withAudience(app)
                .withExpiresAt(now.plus(LIFE))
                .sign(rs256(current));
            case OTHER_SERVICE_URL -> good("https://smba.other.example/emea/").sign(rs256(current));
            case FOREIGN_KEY -> good.sign(rs256(FOREIGN));
            case UNKNOWN_KEY -> good.withKeyId(world.id("unknown-")).sign(rs256(FOREIGN));
            case NO_KEY_ID -> unnamed(service).sign(rs256(current));
            case ALGORITHM_NONE -> good.sign(Algorithm.none());
            case HS256_WITH_PUBLIC_KEY -> good.sign(Algorithm.HMAC256(current.getPublic().getEncoded()));
            case RS512 -> good.sign(Algorithm.RSA512(publicKey(current), (RSAPrivateKey) current.getPrivate()));
            case UNENDORSED_KEY -> good.withKeyId("bare").sign(rs256(BARE));
            case KEY_OF_ANOTHER_CHANNEL -> good.withKeyId("elsewhere").sign(rs256(ELSEWHERE));
            case OWN_OUTBOUND_TOKEN -> good.withIssuer(BOT_FRAMEWORK)
                .withAudience(ISSUER)
                .withClaim("appid", app)
                .withClaim("ver", "1.0")
                .sign(rs256(current));
            case TOKEN_OF_ANOTHER_BOT -> good.withIssuer(BOT_FRAMEWORK)
                .withClaim("appid", "99999999-9999-4999-8999-999999999999")
                .withClaim("ver", "1.0")
                .sign(rs256(current));
            case TENANT_ISSUER -> good.withIssuer("https://sts.windows.net/" + world.company().tenant() + "/")
                .withClaim("appid", app)
                .withClaim("ver", "1.0")
                .sign(rs256(current));
        };
        return (token.isEmpty() || token.startsWith("Basic ")) ? token : "Bearer " + token;
    }

    /** A header that has expired so long ago; five minutes are forgiven. */
    public String expired(Duration ago) {
        return "Bearer " + good(serviceUrl.get()).withExpiresAt(world.now().minus(ago)).sign(rs256(current));
    }

    private JWTCreator.Builder good(String service) {
        Instant now = world.now();
        return unlimited(service).withNotBefore(now.minusSeconds(300)).withExpiresAt(now.plus(LIFE));
    }

    private JWTCreator.Builder unlimited(String service) {
        return unnamedUnlimited(service).withKeyId(currentId);
    }

    private JWTCreator.Builder unnamed(String service) {
        return unnamedUnlimited(service).withExpiresAt(world.now().plus(LIFE));
    }

    private JWTCreator.Builder unnamedUnlimited(String service) {
        return JWT.create().withIssuer(ISSUER).withAudience(world.company().appId()).withClaim("serviceurl", service);
    }

    private static Algorithm rs256(KeyPair pair) {
        return Algorithm.RSA256(publicKey(pair), (RSAPrivateKey) pair.getPrivate());
    }

    private static RSAPublicKey publicKey(KeyPair pair) {
        return (RSAPublicKey) pair.getPublic();
    }

    ObjectNode metadata(String root) {
        ObjectNode metadata = Json.object()
            .put("issuer", ISSUER)
            .put("authorization_endpoint", "https://invalid.botframework.com")
            .put("jwks_uri", root + "/v1/.well-known/keys");
        metadata.putArray("id_token_signing_alg_values_supported").add("RS256");
        metadata.putArray("token_endpoint_auth_methods_supported").add("private_key_jwt");
        return metadata;
    }

    ObjectNode keys() {
        ObjectNode set = Json.object();
        ArrayNode keys = set.putArray("keys");
        keys.add(key(currentId, current, List.of("msteams", "skype")));
        if (repeated) {
            keys.add(key(currentId, current, List.of("msteams")));
            keys.addObject().put("kty", "RSA").put("kid", "broken").put("n", "!").put("e", "!");
            keys.addObject().put("kty", "EC").put("kid", "curve");
        }
        keys.add(key("bare", BARE, List.of()));
        keys.add(key("elsewhere", ELSEWHERE, List.of("webchat")));
        return set;
    }

    private static ObjectNode key(String id, KeyPair pair, List<String> endorsements) {
        ObjectNode key = Json.object()
            .put("kty", "RSA")
            .put("use", "sig")
            .put("kid", id)
            .put("x5t", id)
            .put("n", unsigned(publicKey(pair).getModulus().toByteArray()))
            .put("e", unsigned(publicKey(pair).getPublicExponent().toByteArray()));
        if (!endorsements.isEmpty()) {
            ArrayNode array = key.putArray("endorsements");
            new ArrayList<>(endorsements).forEach(array::add);
        }
        return key;
    }

    private static String unsigned(byte[] number) {
        byte[] bare = (number[0] == 0) ? Arrays.copyOfRange(number, 1, number.length) : number;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bare);
    }

}
