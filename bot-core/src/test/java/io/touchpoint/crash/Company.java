package io.touchpoint.crash;

import io.touchpoint.chat.Address;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.journey.JourneyStage;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.outbox.Saying;
import io.touchpoint.survey.Scale;
import io.touchpoint.survey.Survey;
import io.touchpoint.survey.Surveys;
import io.touchpoint.team.Colleague;
import io.touchpoint.team.Team;
import io.touchpoint.team.Teams;
import io.touchpoint.workspace.Tenant;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The company whose customers are asked: one touchpoint, a team, two colleagues. */
final class Company {

    static final String ID = "w1";

    static final ZoneId ZONE = ZoneOffset.UTC;

    private static final List<String> COLLEAGUES = List.of("jon", "mara");

    private Company() {
    }

    static void open(CoreUnderTest core) {
        core.get(Workspaces.class)
            .put(new Workspace(ID, null, "Northwind Outfitters", ZONE, Locale.ENGLISH, null,
                    List.of(new Tenant(Platform.SEEN, "T1"), new Tenant(Platform.UNSEEN, "T1")), List.of(), List.of(),
                    "1"));
        core.get(JourneyMaps.class)
            .publish(ID,
                    List.of(new Touchpoint("delivery", JourneyStage.POST_PURCHASE, false, "Delivery", "delivery", "jon",
                            "Get the order", "On the promised day", .25, "delivery", List.of("order.delivered"),
                            List.of("order.returned"), Duration.ZERO, 1, false)));
        core.get(Surveys.class)
            .put(new Survey(Surveys.id(ID, "delivery"), ID, "delivery", Scale.STARS_5,
                    Map.of("en",
                            new Survey.Words("Delivery", "the delivery", "how it went", "How was it?",
                                    List.of("Very bad", "Bad", "OK", "Good", "Very good"), "you ordered",
                                    "order {subject}", "it came on {day}", "Withdrawn.")),
                    List.of(new Survey.Reason("late", Map.of("en", "Late")),
                            new Survey.Reason("tracking", Map.of("en", "No tracking")))));
        core.get(Teams.class)
            .replace(ID,
                    List.of(new Team(Teams.teamId(ID, "delivery"), ID, "delivery", "delivery team", Map.of(),
                            Stream.of(Platform.SEEN, Platform.UNSEEN).map(Company::channel).toList(), ZONE,
                            Set.of(DayOfWeek.values()), LocalTime.of(17, 0), DayOfWeek.MONDAY, LocalTime.of(9, 0))),
                    COLLEAGUES.stream()
                        .map((key) -> new Colleague(Teams.colleagueId(ID, key), ID, key, key, null,
                                List.of(colleague(key)), "delivery", null, ZONE, LocalTime.of(9, 0),
                                LocalTime.of(17, 0)))
                        .toList());
    }

    static String customerKey(int customer) {
        return "c" + customer;
    }

    /** Every other customer is met where nobody can see what has been said. */
    static Address customer(int customer) {
        return Address.person(ID, (customer % 2 == 0) ? Platform.SEEN : Platform.UNSEEN, "T1", "U" + customer);
    }

    static Address channel(String platform) {
        return Address.channel(ID, platform, "T1", "C1");
    }

    static Address colleague(String key) {
        return Address.person(ID, Platform.SEEN, "T1", key);
    }

    static String conversation(int customer) {
        return ID + "|order:" + customer + "|delivery";
    }

    static String caseOf(int customer) {
        return ID + "|case|order:" + customer + "|delivery";
    }

    /** The key of the saying that puts the question. */
    static String question(int customer) {
        return Saying.key(conversation(customer), 1);
    }

    /** The key of the saying that shows the case to the team. */
    static String card(int customer) {
        return Saying.key(caseOf(customer), 1);
    }

}
