package io.touchpoint.year;

import io.touchpoint.followup.BusinessEvent;
import io.touchpoint.followup.BusinessEvent.Attribute;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What happens to the customers, and when it becomes known: the people of one account
 * have much to do with the company at the same times, once or twice a year; some of it is
 * told late, twice or in another order.
 */
final class Story {

    private static final int PER_ACCOUNT = 8;

    private final Random random;

    private final List<Told> told = new ArrayList<>();

    private int events;

    private Story(Random random) {
        this.random = random;
    }

    /** An event becomes known. */
    record Told(Instant at, int customer, BusinessEvent event) {
    }

    /** A story that is the same whenever the seed is. */
    static List<Told> of(long seed, int people, Instant from, int days) {
        Story story = new Story(new Random(seed));
        for (int number = 0; number < people; number++) {
            int account = number / PER_ACCOUNT;
            Random ofAccount = new Random(seed + account);
            for (int time = 0; time < ((account % 3 == 0) ? 2 : 1); time++) {
                Instant busy = from.plus(Duration.ofDays(ofAccount.nextInt(Math.max(1, days - 14))));
                if (story.random.nextInt(3) > 0) {
                    story.lives(number, time, busy.plus(Duration.ofMinutes(story.random.nextInt(3 * 24 * 60))));
                }
            }
        }
        return List.copyOf(story.told);
    }

    private void lives(int customer, int time, Instant begin) {
        String order = customer + "-" + time;
        happens(customer, "order.placed", order, begin);
        if (random.nextBoolean()) {
            happens(customer, random.nextBoolean() ? "article.read" : "search.used", "v" + order, later(begin, 30));
        }
        Instant delivered = later(begin, 72);
        happens(customer, "order.delivered", order, delivered);
        switch (random.nextInt(5)) {
            case 0 -> happens(customer, "order.returned", order, later(delivered, 60));
            case 1 -> happens(customer, "product.registered", order, later(delivered, 60));
            case 2, 3 -> {
                Instant solved = later(begin, 120);
                happens(customer, "ticket.solved", order, solved);
                Instant reopened = later(solved, 8);
                happens(customer, "ticket.reopened", order, reopened);
                happens(customer, "ticket.solved", order, later(reopened, 24));
            }
            default -> happens(customer, "order.delivered", order + "-second", later(delivered, 48));
        }
    }

    private Instant later(Instant than, int hours) {
        return than.plus(Duration.ofMinutes(1 + random.nextInt(hours * 60)));
    }

    private void happens(int customer, String type, String subject, Instant at) {
        String kind = type.substring(0, type.indexOf('.'));
        BusinessEvent event = new BusinessEvent("w1", "shop", "e" + events++, type, at, People.facts(customer),
                kind.equals("product") ? "order" : kind, subject, null, null, null, null,
                List.of(new Attribute("amount", String.valueOf(random.nextInt(40)))), random.nextInt(25) == 0);
        Duration late = switch (random.nextInt(12)) {
            case 0 -> Duration.ofHours(random.nextInt(9 * 24));
            case 1, 2 -> Duration.ofHours(random.nextInt(24));
            default -> Duration.ofSeconds(random.nextInt(600));
        };
        told.add(new Told(at.plus(late), customer, event));
        if (random.nextInt(10) == 0) {
            told.add(new Told(at.plus(late).plus(Duration.ofHours(random.nextInt(50))), customer, event));
        }
    }

}
