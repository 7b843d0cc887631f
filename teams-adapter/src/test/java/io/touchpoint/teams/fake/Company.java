package io.touchpoint.teams.fake;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The company that uses the bot, and the bot as it is registered.
 *
 * @param name what people call the company
 * @param tenant the id of its Entra tenant
 * @param appId the client id of the bot's registration; the bot's id on the platform is
 * this with {@code 28:} before it
 * @param secret the client secret that Entra takes
 * @param tenants every tenant in which the app is installed, the company's own included
 * @param limits how often the Connector may be called
 * @param pageSize how many members a page of {@code pagedmembers} has
 * @param patience how long, in real time, an answer of the app is waited for; Teams waits
 * fifteen seconds
 */
public record Company(String name, String tenant, String appId, String secret, Set<String> tenants, Limits limits,
        int pageSize, Duration patience) {

    /** The tenant of the companies that {@link #named} makes. */
    public static final String TENANT = "7a9c1f60-5b1e-4a53-9f1d-2c1e0f5a0001";

    /** The application id of the bots that {@link #named} makes. */
    public static final String APP = "3d1f6a52-8c0b-4e57-9d24-6f0a4b7c0002";

    public Company {
        Set<String> all = new LinkedHashSet<>(Set.of(tenant));
        all.addAll(tenants);
        tenants = Set.copyOf(all);
    }

    /** A company with one tenant and a single-tenant bot. */
    public static Company named(String name) {
        return new Company(name, TENANT, APP, "simulated-client-secret", Set.of(), Limits.documented(), 200,
                Duration.ofSeconds(15));
    }

    /** The id of the bot in conversations. */
    public String bot() {
        return "28:" + appId;
    }

    /** The same company whose app is installed in other tenants, too. */
    public Company also(String... others) {
        Set<String> more = new LinkedHashSet<>(tenants);
        more.addAll(Set.of(others));
        return new Company(name, tenant, appId, secret, more, limits, pageSize, patience);
    }

    /** The same company with other limits. */
    public Company limits(Limits other) {
        return new Company(name, tenant, appId, secret, tenants, other, pageSize, patience);
    }

    /** The same company whose member lists come in smaller or larger pages. */
    public Company pageSize(int members) {
        return new Company(name, tenant, appId, secret, tenants, limits, members, patience);
    }

    /** The same company that waits longer or shorter for the app's answers. */
    public Company patience(Duration other) {
        return new Company(name, tenant, appId, secret, tenants, limits, pageSize, other);
    }

}
