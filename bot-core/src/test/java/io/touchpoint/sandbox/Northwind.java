package io.touchpoint.sandbox;

import io.touchpoint.sandbox.SimulatedPlatform.Channel;
import io.touchpoint.sandbox.SimulatedPlatform.Newcomer;
import io.touchpoint.sandbox.SimulatedPlatform.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Northwind Outfitters, the company of the sandbox: its people and channels, as
 * {@code sandbox/northwind.yaml} describes them to the application. Ids here are short
 * names; a platform makes its own of them.
 */
public final class Northwind {

    /** What customers call the company. */
    public static final String NAME = "Northwind Outfitters";

    /** Its time zone. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** The id of its workspace. */
    public static final String WORKSPACE = "w1";

    /** Where the application finds its description. */
    public static final String FILE = "classpath:sandbox/northwind.yaml";

    /**
     * The address that the application gives out as its own; the page leads it back to
     * itself.
     */
    static final String PUBLIC_URL = "https://touchpoint.northwind.example";

    /** What its shop signs events with. */
    public static final String EVENTS_SECRET = "whsec_bm9ydGh3aW5kLW91dGZpdHRlcnMtc2FuZGJveA==";

    /** What the secrets are made from that its admin issues in chat. */
    static final String KEY = "bm9ydGh3aW5kLW91dGZpdHRlcnMta2V5";

    /** The channel where customers and colleagues write to each other. */
    public static final String CUSTOMERS = "customers";

    /** Where the page starts: a Wednesday, 10:00 in Berlin. */
    static final Instant START = Instant.parse("2026-11-25T09:00:00Z");

    /** Early on the Monday before, when last week's digests are not yet sent. */
    static final Instant MONDAY = Instant.parse("2026-11-23T06:00:00Z");

    /** A customer who was asked lately, and then held back. */
    public static final String HELD_BACK = "Yuki Tanaka";

    private Northwind() {
    }

    /**
     * Writes a description that differs from {@link #FILE}; gives where the application
     * finds it.
     */
    public static String described(UnaryOperator<String> change) {
        try (InputStream in = Northwind.class.getResourceAsStream("/sandbox/northwind.yaml")) {
            if (in == null) {
                throw new IllegalStateException("there is no sandbox/northwind.yaml");
            }
            Path file = Files.createTempFile("northwind", ".yaml");
            file.toFile().deleteOnExit();
            Files.writeString(file, change.apply(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            return file.toUri().toString();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** The people, those who are to be seen first first. */
    public static List<Newcomer> people() {
        return List.of(customer("dana", "Dana Whitfield", "en-GB", "Europe/London", "Acme"),
                customer("ada", "Ada Novak", "de-DE", "Europe/Berlin", "Acme"),
                person("grace", "Grace Okafor", "en-US", "America/Chicago"),
                person("anjali", "Anjali Rao", "en-IN", "Asia/Kolkata"),
                person("lukas", "Lukas Brandt", "de-AT", "Europe/Vienna"),
                person("chloe", "Chloé Martin", "fr-FR", "Europe/Paris"),
                person("mateo", "Mateo García", "es-ES", "Europe/Madrid"),
                person("olivia", "Olivia Chen", "en-AU", "Australia/Sydney"),
                person("yuki", HELD_BACK, "ja-JP", "Asia/Tokyo"),
                person("liam", "Liam Byrne", "en-IE", "Europe/Dublin"),
                customer("sofia", "Sofia Almeida", "pt-BR", "America/Sao_Paulo", "Fjord"),
                customer("noah", "Noah Fischer", "de-DE", "Europe/Berlin", "Fjord"),
                colleague("mara", "Mara Lindgren", Role.MANAGER, "en-GB", "Europe/Berlin", "delivery"),
                colleague("jon", "Jon Weber", Role.STAFF, "en-US", "America/New_York", "delivery"),
                colleague("lea", "Lea Hartmann", Role.STAFF, "de-DE", "Europe/Berlin", "delivery"),
                colleague("sam", "Sam Adeyemi", Role.MANAGER, "en-GB", "Europe/London", "support"),
                colleague("priya", "Priya Nair", Role.STAFF, "en-IN", "Asia/Kolkata", "support"),
                colleague("tom", "Tom Keller", Role.STAFF, "en-GB", "Europe/London", "shop"),
                colleague("ines", "Inés Ferrer", Role.ADMIN, "en-GB", "Europe/Madrid", "shop"));
    }

    /** The teams' channels, and the one where customers write too. */
    public static List<Channel> channels() {
        return List.of(new Channel("delivery", "delivery", "delivery"), new Channel("support", "support", "support"),
                new Channel("shop", "shop", "shop"), new Channel(CUSTOMERS, CUSTOMERS, null));
    }

    private static Newcomer customer(String key, String name, String locale, String zone, String account) {
        return new Newcomer(key, name, Role.CUSTOMER, Locale.forLanguageTag(locale), ZoneId.of(zone), null,
                key + "@" + account.toLowerCase(Locale.ROOT) + ".example", account);
    }

    private static Newcomer person(String key, String name, String locale, String zone) {
        return new Newcomer(key, name, Role.CUSTOMER, Locale.forLanguageTag(locale), ZoneId.of(zone), null,
                key + "@mail.example", null);
    }

    private static Newcomer colleague(String key, String name, Role role, String locale, String zone, String team) {
        return new Newcomer(key, name, role, Locale.forLanguageTag(locale), ZoneId.of(zone), team,
                key + "@northwind.example", null);
    }

}
