package io.touchpoint.setup;

import io.touchpoint.chat.Address;
import io.touchpoint.setup.Section.Text;
import io.touchpoint.team.Colleague;
import io.touchpoint.team.Team;
import io.touchpoint.team.Teams;
import io.touchpoint.workspace.Tenant;
import io.touchpoint.workspace.Workspace;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the company, its teams and its people. */
final class CompanyReader {

    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private final Problems problems;

    private final Values values;

    CompanyReader(Problems problems) {
        this.problems = problems;
        this.values = new Values(problems);
    }

    Workspace workspace(Section section, String fingerprint) {
        String id = section.required("id").value();
        if (!id.isEmpty()) {
            values.key(id, section.line("id"), section.what());
        }
        String name = values.words(section.required("name"), 60, "the name of the workspace");
        ZoneId zone = values.zone(section.required("zone"));
        Locale locale = section.text("locale").map(values::locale).orElse(Locale.ENGLISH);
        String privacy = section.text("privacy").map(values::url).orElse(null);
        if (privacy == null) {
            problems.add(section.line(),
                    "the workspace needs “privacy”: the https address of your privacy notice, to which the first question links");
        }
        List<String> domains = section.list("domains").stream().map(this::domain).toList();
        List<String> admins = section.list("admins").stream().map(Text::value).toList();
        List<Tenant> tenants = new ArrayList<>();
        Section installed = section.section("tenants", "tenants");
        for (String platform : installed.names()) {
            values.key(platform, installed.line(platform), "a chat platform");
            installed.list(platform).forEach((key) -> tenants.add(new Tenant(platform, key.value())));
        }
        if (tenants.isEmpty()) {
            problems.add(section.line("tenants"),
                    "the workspace needs “tenants”: the id of its team on a chat platform");
        }
        section.nothingElse();
        return new Workspace(id, null, name, zone, locale, privacy, tenants, domains, admins, fingerprint);
    }

    List<Team> teams(Section section, Workspace workspace) {
        List<Team> teams = new ArrayList<>();
        for (String key : section.names()) {
            Section one = section.section(key, "team “" + key + "”");
            values.key(key, section.line(key), "a team");
            Text digest = one.text("digest").orElseGet(() -> new Text("Monday 09:00", one.line()));
            String[] dayAndTime = digest.value().split(" +", 2);
            Text time = new Text((dayAndTime.length == 2) ? dayAndTime[1] : "?", digest.line());
            Set<DayOfWeek> workdays = EnumSet.noneOf(DayOfWeek.class);
            one.list("workdays").forEach((day) -> workdays.add(values.day(day)));
            teams
                .add(new Team(Teams.teamId(workspace.id(), key), workspace.id(), key,
                        values.words(one.required("name"), 60, "the name of " + one.what()), names(one),
                        addresses(one.section("channels", "channels of " + one.what()), workspace,
                                Address.Kind.CHANNEL),
                        one.text("zone").map(values::zone).orElse(workspace.zone()),
                        workdays.isEmpty() ? WORKDAYS : workdays,
                        one.text("day-ends").map(values::time).orElse(LocalTime.of(17, 0)),
                        values.day(new Text(dayAndTime[0], digest.line())), values.time(time)));
            one.nothingElse();
        }
        return teams;
    }

    private Map<String, String> names(Section team) {
        Section names = team.section("names", "names of " + team.what());
        Map<String, String> byLanguage = new LinkedHashMap<>();
        for (String language : names.names()) {
            values.language(language, names.line(language), names.what());
            byLanguage.put(language,
                    values.words(names.required(language), 60, "the " + language + " name of " + team.what()));
        }
        names.nothingElse();
        return byLanguage;
    }

    List<Colleague> colleagues(Section section, Workspace workspace, List<Team> teams) {
        List<String> known = section.names();
        List<Colleague> colleagues = new ArrayList<>();
        for (String key : known) {
            Section one = section.section(key, "colleague “" + key + "”");
            values.key(key, section.line(key), "a colleague");
            colleagues.add(new Colleague(Teams.colleagueId(workspace.id(), key), workspace.id(), key,
                    values.words(one.required("name"), 60, "the name of " + one.what()),
                    one.text("email").map((email) -> email(email, one)).orElse(null),
                    addresses(one.section("ids", "ids of " + one.what()), workspace, Address.Kind.PERSON),
                    reference(one, "team", teams.stream().map(Team::key).toList(), "teams"),
                    reference(one, "manager", known, "colleagues"),
                    one.text("zone").map(values::zone).orElse(workspace.zone()), hours(one, 0), hours(one, 1)));
            one.nothingElse();
        }
        noLoops(section, colleagues);
        nobodyTwice(section, colleagues);
        return colleagues;
    }

    /** A name that must stand elsewhere in the file. */
    @Nullable String reference(Section section, String name, List<String> known, String where) {
        Text text = section.text(name).orElse(null);
        if (text == null) {
            return null;
        }
        if (!known.contains(text.value())) {
            problems.unknown(text.line(), name + " “" + text.value() + "” of " + section.what() + " is not in " + where,
                    text.value(), known);
        }
        return text.value();
    }

    void admins(Section section, Workspace workspace, List<Colleague> colleagues) {
        List<String> known = colleagues.stream().map(Colleague::key).toList();
        for (Text admin : section.list("admins")) {
            if (!known.contains(admin.value())) {
                problems.unknown(admin.line(),
                        "admin “" + admin.value() + "” of " + section.what() + " is not in colleagues", admin.value(),
                        known);
            }
        }
    }

    private LocalTime hours(Section one, int index) {
        Text hours = one.text("hours").orElseGet(() -> new Text("09:00-17:00", one.line()));
        String[] both = hours.value().split(" ?[-–] ?", 2);
        LocalTime starts = values.time(new Text(both[0], hours.line()));
        LocalTime ends = values.time(new Text((both.length == 2) ? both[1] : "?", hours.line()));
        if (!starts.isBefore(ends)) {
            problems.add(hours.line(), "“" + hours.value() + "” are not working hours such as 09:00-17:00");
        }
        return (index == 0) ? starts : ends;
    }

    private String domain(Text text) {
        String lower = text.value().toLowerCase(Locale.ROOT);
        if (!lower.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+")) {
            problems.add(text.line(), "“" + text.value() + "” is not an e-mail domain such as example.com");
        }
        return lower;
    }

    private String email(Text text, Section one) {
        if (!text.value().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            problems.add(text.line(), "“" + text.value() + "” of " + one.what() + " is not an e-mail address");
        }
        return text.value().toLowerCase(Locale.ROOT);
    }

    private List<Address> addresses(Section section, Workspace workspace, Address.Kind kind) {
        List<Address> addresses = new ArrayList<>();
        for (String platform : section.names()) {
            List<String> tenants = workspace.tenants()
                .stream()
                .filter((tenant) -> tenant.platform().equals(platform))
                .map(Tenant::key)
                .toList();
            if (tenants.isEmpty()) {
                problems.unknown(section.line(platform),
                        "“" + platform + "” in " + section.what() + " is not in tenants of the workspace", platform,
                        workspace.tenants().stream().map(Tenant::platform).toList());
                continue;
            }
            section.text(platform).ifPresent((id) -> addresses.add(address(workspace, platform, tenants, kind, id)));
        }
        return addresses;
    }

    private static Address address(Workspace workspace, String platform, List<String> tenants, Address.Kind kind,
            Text id) {
        int slash = id.value().indexOf('/');
        boolean named = slash > 0 && slash < id.value().length() - 1
                && tenants.contains(id.value().substring(0, slash));
        return new Address(workspace.id().isEmpty() ? "?" : workspace.id(), platform,
                named ? id.value().substring(0, slash) : tenants.getFirst(), kind,
                named ? id.value().substring(slash + 1) : id.value());
    }

    private void noLoops(Section section, List<Colleague> colleagues) {
        Map<String, String> managers = new HashMap<>();
        colleagues.forEach((colleague) -> {
            if (colleague.manager() != null) {
                managers.put(colleague.key(), colleague.manager());
            }
        });
        for (Colleague colleague : colleagues) {
            Set<String> seen = new HashSet<>();
            String above = managers.get(colleague.key());
            while (above != null && seen.add(above) && !above.equals(colleague.key())) {
                above = managers.get(above);
            }
            if (colleague.key().equals(above)) {
                problems.add(section.line(colleague.key()),
                        "colleague “" + colleague.key() + "” is above itself in the reporting line");
            }
        }
    }

    private void nobodyTwice(Section section, List<Colleague> colleagues) {
        Map<Object, String> first = new HashMap<>();
        for (Colleague colleague : colleagues) {
            List<Object> names = new ArrayList<>(colleague.addresses());
            if (colleague.email() != null) {
                names.add(colleague.email());
            }
            for (Object name : names) {
                String other = first.putIfAbsent(name, colleague.key());
                if (other != null && !Objects.equals(other, colleague.key())) {
                    problems.add(section.line(colleague.key()),
                            "colleague “" + colleague.key() + "” has the same id or e-mail address as “" + other + "”");
                }
            }
        }
    }

}
