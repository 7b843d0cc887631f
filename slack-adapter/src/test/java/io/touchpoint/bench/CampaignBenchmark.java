package io.touchpoint.bench;

import io.touchpoint.kill.Options;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * How long a campaign takes, against the least that Slack's documented limits allow for
 * it and for the replies to people meanwhile, and how often Slack says no: with one
 * instance, with one that is killed, and with two of which one is; and 90 messages to one
 * place beside the clients that Slack has for Java and JavaScript. Takes
 * {@code --messages=600} and {@code --per-minute=320}, what the application is told that
 * Slack takes.
 */
public final class CampaignBenchmark {

    /** What the simulated Slack takes of a workspace: 300 a minute, 20 at once. */
    private static final Duration INTERVAL = Duration.ofMillis(200);

    private static final int BURST = 20;

    /** And in one channel: one a second, five at once. */
    private static final int CHANNEL_BURST = 5;

    private static final int ONE_PLACE = 90;

    private final int perMinute;

    private CampaignBenchmark(int perMinute) {
        this.perMinute = perMinute;
    }

    public static void main(String[] arguments) {
        Conditions.requireRealMongo();
        Options options = new Options(arguments);
        int messages = options.number("messages", 600);
        CampaignBenchmark benchmark = new CampaignBenchmark(options.number("per-minute", 320));
        Optional<Peers> peers = Peers.find();
        benchmark.play("one instance", 1, messages, messages, 0);
        benchmark.play("one, killed and started again", 1, messages, messages, messages * 2 / 5);
        benchmark.play("two, one of them killed", 2, messages, messages, messages * 2 / 5);
        Duration one = Duration.ofSeconds(ONE_PLACE - CHANNEL_BURST);
        benchmark.play("to one person", 1, ONE_PLACE, 1, 0);
        CompletableFuture<Senders.Outcome> java = CompletableFuture.supplyAsync(() -> Senders.java(ONE_PLACE));
        peers.ifPresent((found) -> print("%s, %s".formatted(found.named("@slack/web-api"), found.named("bottleneck")),
                Senders.bottleneck(found, ONE_PLACE), one));
        print("Slack's AsyncMethodsClient", java.join(), one);
        System.exit(0);
    }

    private void play(String what, int instances, int messages, int people, int kill) {
        long begin = System.nanoTime();
        try (Campaign campaign = new Campaign(instances, perMinute)) {
            Campaign.Outcome outcome = campaign.say(messages, people, kill);
            Duration bound = (people == 1) ? Duration.ofSeconds(messages - CHANNEL_BURST)
                    : INTERVAL.multipliedBy(messages + outcome.replies() - BURST);
            System.out.printf(Locale.ROOT,
                    "Touchpoint, %s: %,d messages in %.1f s, %.3f of the bound of %.1f s; %d 429s, %.1f of 1,000; "
                            + "%d replies, the slowest after %.1f s; %d missing, %d twice (in %.0f s of real time)%n",
                    what, messages, seconds(outcome.took()), seconds(outcome.took()) / seconds(bound), seconds(bound),
                    outcome.limited(), outcome.limited() * 1_000.0 / messages, outcome.replies(),
                    seconds(outcome.slowest()), outcome.missing(), outcome.twice(), (System.nanoTime() - begin) / 1e9);
        }
    }

    private static void print(String what, Senders.Outcome outcome, Duration bound) {
        System.out.printf(Locale.ROOT,
                "%s, to one channel: %d messages in %.1f s, %.3f of the bound of %.1f s; %d 429s, %.1f of 1,000%n",
                what, ONE_PLACE, seconds(outcome.took()), seconds(outcome.took()) / seconds(bound), seconds(bound),
                outcome.limited(), outcome.limited() * 1_000.0 / ONE_PLACE);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }

}
