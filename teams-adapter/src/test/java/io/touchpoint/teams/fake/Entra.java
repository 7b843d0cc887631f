package io.touchpoint.teams.fake;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Entra's token endpoints, and the tokens that they gave out. Their lifetimes are those
 * of the machine's clock: libraries that keep tokens know no other.
 */
public final class Entra {

    private static final String AUDIENCE = "https://api.botframework.com";

    private static final Duration LIFE = Duration.ofHours(1);

    private final World world;

    private final Map<String, Issued> issued = new ConcurrentHashMap<>();

    /** What a token is for. */
    private record Issued(String audience, Instant until) {
    }

    Entra(World world) {
        this.world = world;
    }

    /** Ends every token that was given out. */
    public void expireTokens() {
        issued.replaceAll((_, token) -> new Issued(token.audience(), Instant.EPOCH));
    }

    /** A token that the Connector takes, without asking for one. */
    public String token() {
        return issue(AUDIENCE);
    }

    /** A token for something else than the Connector. */
    public String foreignToken() {
        return issue("https://graph.microsoft.com");
    }

    private String issue(String audience) {
        Instant until = Instant.now().plus(LIFE);
        String token = JWT.create()
            .withJWTId(world.id("token-"))
            .withIssuer("https://sts.windows.net/" + world.company().tenant() + "/")
            .withAudience(audience)
            .withClaim("appid", world.company().appId())
            .withClaim("tid", world.company().tenant())
            .withExpiresAt(until)
            .sign(Algorithm.HMAC256("entra signs with its own key"));
        issued.put(token, new Issued(audience, until));
        return token;
    }

    /** Whether the Connector takes this token. */
    boolean accepts(@Nullable String token) {
        Issued known = (token != null) ? issued.get(token) : null;
        return known != null && known.audience().equals(AUDIENCE) && known.until().isAfter(Instant.now());
    }

    static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The authority's answer about itself; MSAL looks for its cache under an alias. */
    static ObjectNode discovery(String tenant) {
        ObjectNode answer = Json.object()
            .put("tenant_discovery_endpoint",
                    "https://login.microsoftonline.com/" + tenant + "/v2.0/.well-known/openid-configuration")
            .put("api-version", "1.1");
        ObjectNode cloud = answer.putArray("metadata").addObject();
        cloud.put("preferred_network", "login.microsoftonline.com").put("preferred_cache", "login.windows.net");
        cloud.putArray("aliases").add("login.microsoftonline.com").add("login.windows.net").add("login.microsoft.com");
        return answer;
    }

    static ObjectNode configuration(String tenant, String root) {
        return Json.object()
            .put("issuer", "https://login.microsoftonline.com/" + tenant + "/v2.0")
            .put("authorization_endpoint", root + "/" + tenant + "/oauth2/v2.0/authorize")
            .put("token_endpoint", root + "/" + tenant + "/oauth2/v2.0/token");
    }

    /** A token for client credentials: a secret, or an assertion in its place. */
    ObjectNode clientCredentials(String tenant, Map<String, String> form) {
        if (!Set.of(world.company().tenant()).contains(tenant)) {
            throw refusal("AADSTS90002: Tenant '" + tenant + "' not found.", "invalid_request");
        }
        if (!world.company().appId().equals(form.get("client_id"))) {
            throw refusal("AADSTS700016: Application was not found in the directory.", "unauthorized_client");
        }
        boolean asserted = form.containsKey("client_assertion");
        if (!asserted && !world.company().secret().equals(form.get("client_secret"))) {
            throw refusal("AADSTS7000215: Invalid client secret provided.", "invalid_client");
        }
        if (!"client_credentials".equals(form.get("grant_type"))) {
            throw refusal("AADSTS70003: The app requested an unsupported grant type.", "unsupported_grant_type");
        }
        if (!Optional.ofNullable(form.get("scope")).orElse("").contains(AUDIENCE + "/.default")) {
            throw refusal("AADSTS70011: The provided value for the input parameter 'scope' is not valid.",
                    "invalid_scope");
        }
        return answer();
    }

    /** A token for the identity of the machine. */
    ObjectNode managedIdentity(Map<String, String> query) {
        if (!AUDIENCE.equals(query.get("resource"))) {
            throw refusal("AADSTS500011: The resource principal was not found.", "invalid_resource");
        }
        return answer().put("resource", AUDIENCE)
            .put("expires_on", Long.toString(Instant.now().plus(LIFE).getEpochSecond()));
    }

    private ObjectNode answer() {
        return Json.object()
            .put("token_type", "Bearer")
            .put("expires_in", LIFE.toSeconds())
            .put("ext_expires_in", LIFE.toSeconds())
            .put("access_token", issue(AUDIENCE));
    }

    private static Refusal refusal(String description, String error) {
        return new Refusal(error, description);
    }

    /** Entra's refusal of a token, in the form of OAuth. */
    static final class Refusal extends RuntimeException {

        private final String error;

        private Refusal(String error, String description) {
            super(description, null, false, false);
            this.error = error;
        }

        ObjectNode body() {
            return Json.object()
                .put("error", error)
                .put("error_description", String.valueOf(getMessage()))
                .put("correlation_id", "00000000-0000-4000-8000-000000000000");
        }

        int status() {
            return error.equals("invalid_client") ? 401 : 400;
        }

    }

}
