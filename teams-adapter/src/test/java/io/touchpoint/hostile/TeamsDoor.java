package io.touchpoint.hostile;

import io.touchpoint.teams.fake.Company;
import io.touchpoint.teams.fake.FakeTeams;
import io.touchpoint.teams.fake.Forgery;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What comes to Teams' door and is not the Bot Connector's, or makes no sense. */
final class TeamsDoor {

    private static final String PATH = "/api/messages";

    /** Everything that an activity says beside what it is. */
    private static final String REST = """
            "id":«"f:NUMBER"»,"timestamp":«"2026-11-23T09:00:00Z"»,"channelId":«"msteams"»,"serviceUrl":«"SERVICE"»,
             "locale":«"en-GB"»,"entities":«[]»,
             "from":{"id":«"29:1none"»,"name":«"Nobody"»,"aadObjectId":«"00000000-0000-4000-8000-00000000000a"»},
             "recipient":«{"id":"28:bot","name":"Touchpoint"}»,
             "conversation":{"id":«"a:1none"»,"conversationType":«"personal"»,"tenantId":«"TENANT"»},
             "channelData":«{"tenant":{"id":"TENANT"}}»,"replyToId":«"1764000000000"»""";

    /** By what they are: a press, a form, and all else that somebody can do or cause. */
    private static final Map<String, String> ACTIVITIES = activities();

    private final FakeTeams teams;

    private final String canary;

    private final String header;

    private final List<Hostile> cases = new ArrayList<>();

    private TeamsDoor(FakeTeams teams, String canary) {
        this.teams = teams;
        this.canary = canary;
        this.header = teams.login().header();
    }

    private static Map<String, String> activities() {
        Map<String, String> activities = new LinkedHashMap<>();
        activities.put("press", """
                {"type":«"invoke"»,"name":«"adaptiveCard/action"»,"value":{"action":«{"type":"Action.Execute",
                 "verb":"press","data":{"touchpoint":"AAAA"}}»,"trigger":«"manual"»},REST}""");
        activities.put("press of an old client", """
                {"type":"message","value":{"touchpoint":«"AAAA"»},REST}""");
        activities.put("opening", """
                {"type":"invoke","name":"task/fetch","value":{"data":{"touchpoint":«"AAAA"»,
                 "msteams":«{"type":"task/fetch"}»},"context":«{"theme":"default"}»},REST}""");
        activities.put("form",
                """
                        {"type":"invoke","name":"task/submit","value":{"data":{"touchpoint":«"d.s.none"»,"note":«"x"»}},REST}""");
        activities.put("message action",
                """
                        {"type":"invoke","name":"composeExtension/fetchTask","value":{"commandId":«"markSolved"»,
                         "commandContext":«"message"»,"messagePayload":«{"id":"not an id","replyToId":null,
                         "createdDateTime":"2026-11-23T09:00:00Z","from":{"user":{"id":"00000000-0000-4000-8000-00000000000b"}}}»},
                         REST}""");
        activities.put("message form", """
                {"type":"invoke","name":"composeExtension/submitAction","value":{"commandId":«"markSolved"»,
                 "data":{"touchpoint":«"d.s.none"»,"email":«"x@example.com"»}},REST}""");
        activities.put("judgement", """
                {"type":"invoke","name":"message/submitAction","value":{"actionName":«"feedback"»,
                 "actionValue":«{"reaction":"like","feedback":"{}"}»},REST}""");
        activities.put("reaction", """
                {"type":"messageReaction","reactionsAdded":«[{"type":"like"}]»,REST}""");
        activities.put("withdrawal", """
                {"type":"messageDelete","text":«""»,REST}""");
        activities.put("members", """
                {"type":"conversationUpdate","membersAdded":«[{"id":"29:1other"}]»,"membersRemoved":«[]»,REST}""");
        activities.put("removal", """
                {"type":"installationUpdate","action":«"remove-upgrade"»,REST}""");
        return activities;
    }

    static List<Hostile> cases(FakeTeams teams, String canary) {
        TeamsDoor door = new TeamsDoor(teams, canary);
        door.forged();
        door.strange();
        door.senseless();
        door.spoilt();
        door.large();
        door.otherwise();
        return door.cases;
    }

    /** An activity of a kind, with the canary in it. */
    private String activity(String kind) {
        String whole = filled(ACTIVITIES.getOrDefault(kind, "")).replaceAll("[«»]", "");
        return new StringBuilder(whole).insert(whole.lastIndexOf("}"), ",\"canary\":\"" + canary + "\"").toString();
    }

    /** No two activities are the same, else only the first of them is looked at. */
    private String filled(String activity) {
        return activity.replace("REST", REST)
            .replace("SERVICE", teams.serviceUrl())
            .replace("TENANT", Company.TENANT)
            .replace("NUMBER", Integer.toString(cases.size()));
    }

    private void forged() {
        String hello = activity("press of an old client").replace("\"value\":", "\"text\":\"stop\",\"value\":");
        for (Forgery forgery : Forgery.values()) {
            String forged = teams.login().header(forgery);
            Hostile one = Hostile.post(forgery.name(), PATH, hello).answered(401);
            cases.add(forged.isEmpty() ? one : one.with("Authorization", forged));
        }
        for (String other : List.of("Bearer", "Bearer ", "bearer " + canary, header + "x",
                "Bearer " + "a".repeat(6_000), header.replace('.', ' '))) {
            cases.add(Hostile.post("header of " + other.length(), PATH, hello)
                .with("Authorization", other)
                .answered(401));
        }
    }

    /**
     * Signed by the Connector, for another company or with somewhere else to answer to.
     */
    private void strange() {
        String press = activity("press");
        for (String url : List.of("https://evil.example/", "http://127.0.0.1:9/", "https://127.0.0.1/",
                "http://127.0.0.1@evil.example/", "file:///etc/passwd", "http://127.0.0.1.evil.example/", "//evil", "",
                teams.serviceUrl() + "../", teams.serviceUrl() + "?x=" + canary)) {
            cases.add(signed("service of strangers", press.replace(teams.serviceUrl(), url)).answered(401));
        }
        String other = "https://smba.other.example/emea/";
        cases.add(Hostile.post("service that the token names", PATH, press.replace(teams.serviceUrl(), other))
            .with("Authorization", teams.login().header(Forgery.OTHER_SERVICE_URL))
            .answered(401));
        for (String tenant : List.of("9c1c0f0e-0000-4000-8000-000000000009", canary, "*", " ",
                Company.TENANT.replace('-', '_'), Company.TENANT + "\\u0000")) {
            cases.add(signed("another tenant", press.replace(Company.TENANT, tenant)).answered(401));
        }
        for (String channel : List.of("emulator", "webchat", "directline", canary)) {
            cases.add(signed("another channel", press.replace("msteams", channel)).answered(401));
        }
    }

    private void senseless() {
        Bodies.broken(canary).forEach((name, body) -> cases.add(signed(name, body).answered(400, 401)));
        cases.add(signed("an empty body", new byte[0]).answered(400));
        cases.add(signed("an empty object", "{}").answered(401));
        for (String type : List.of("typing", "event", "endOfConversation", "trace", "handoff", "command", canary,
                "Message", "INVOKE", "toString")) {
            cases.add(signed("another type", activity("reaction").replace("messageReaction", type)).answered(202));
        }
        for (String name : List.of("application/search", "composeExtension/query", "signin/verifyState", "fileConsent",
                canary, "adaptivecard/action", "task/submit ", "../task/submit")) {
            cases.add(signed("another invoke",
                    activity("opening").replace("\"name\":\"task/fetch\"", "\"name\":\"" + name + "\""))
                .answered(501));
        }
        for (String id : List.of("A".repeat(2_999), "A".repeat(50_000), "_-_-", "%00", "AAAA=", "d.s." + canary,
                "d.u." + canary, "w1|teams|dialog|" + canary, "{{DATE(1)}}", "\\ud800" + canary)) {
            for (String kind : List.of("press", "press of an old client", "opening")) {
                cases.add(signed("another button", activity(kind).replace("AAAA", id)).answered(200, 202));
            }
            cases.add(signed("another dialog", activity("form").replace("d.s.none", id)).answered(200));
        }
    }

    private void spoilt() {
        ACTIVITIES.forEach((kind, activity) -> Bodies.spoilt(activity.replace("REST", REST), canary)
            .forEach((name, body) -> cases
                .add(signed(kind + ": " + name, filled(body)).answered(200, 202, 400, 401, 501))));
    }

    private void large() {
        String nested = "[".repeat(900) + "\"" + canary + "\"" + "]".repeat(900);
        String objects = "{\"a\":".repeat(900) + "1" + "}".repeat(900);
        String many = "[" + String.join(",", Collections.nCopies(40_000, "null")) + "]";
        String names = "{\"" + String.join("\":1,\"", Collections.nCopies(15_000, "touchpoint")) + "\":1}";
        for (String value : List.of(nested, objects, many, names)) {
            cases.add(signed("large action",
                    activity("press").replaceFirst("\"action\":", "\"action\":" + value + ",\"was\":"))
                .answered(200));
            cases.add(signed("large data", activity("form").replace("\"d.s.none\"", value)).answered(200));
            cases.add(
                    signed("large list", activity("members").replace("[{\"id\":\"29:1other\"}]", value)).answered(202));
            cases.add(signed("large list", activity("reaction").replace("[{\"type\":\"like\"}]", value)).answered(202));
            cases.add(signed("large entities", activity("press").replace("\"entities\":[]", "\"entities\":" + value))
                .answered(200, 400));
        }
        String large = "{\"x\":\"" + canary + "x".repeat(300_000) + "\"}";
        cases.add(signed("oversized", large).answered(413));
        cases.add(Hostile.post("oversized", PATH, large).answered(413));
    }

    private void otherwise() {
        for (String method : List.of("GET", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "QUERY")) {
            cases.add(signed("another method", activity("press")).by(method).answered(200, 400, 404, 405));
        }
        for (String type : List.of("application/xml", "text/plain; charset=" + canary, ";;;" + canary, "*/*",
                "multipart/form-data", "multipart/form-data; boundary=" + canary,
                "application/x-www-form-urlencoded")) {
            cases.add(signed("content type " + type, "a=%7&b=" + canary).with("Content-Type", type)
                .answered(400, 401, 415));
        }
        cases.add(new Hostile("another path", "POST", PATH + "/more", Map.of("Authorization", header),
                activity("press").getBytes(StandardCharsets.UTF_8), List.of(404, 405), true));
    }

    private Hostile signed(String name, String body) {
        return signed(name, body.getBytes(StandardCharsets.UTF_8));
    }

    private Hostile signed(String name, byte[] body) {
        return Hostile.post(name, PATH, body).with("Authorization", header).isSigned();
    }

}
