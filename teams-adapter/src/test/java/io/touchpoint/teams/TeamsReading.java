package io.touchpoint.teams;

import io.touchpoint.sandbox.Northwind;
import io.touchpoint.sandbox.SimulatedPlatform;
import io.touchpoint.sandbox.SimulatedPlatform.OpenForm;
import io.touchpoint.sandbox.SimulatedPlatform.Option;
import io.touchpoint.sandbox.SimulatedPlatform.Shown;
import io.touchpoint.teams.fake.Control;
import io.touchpoint.teams.fake.Dialog;
import io.touchpoint.teams.fake.FakeTeams;
import io.touchpoint.teams.fake.Person;
import io.touchpoint.teams.fake.Post;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Teams' messages and dialogs in the words of the sandbox. */
final class TeamsReading {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final FakeTeams teams;

    TeamsReading(FakeTeams teams) {
        this.teams = teams;
    }

    /** The personal chat of somebody, as that person sees it. */
    List<Shown> direct(Person person) {
        return teams.posts(teams.directChat(person.id())).stream().map((post) -> seen(person, post)).toList();
    }

    /**
     * All messages of a channel. What one person sees instead of a message stands below
     * it, for that person alone.
     */
    List<Shown> all(String channel) {
        List<Shown> all = new ArrayList<>();
        for (Post post : teams.posts(channel)) {
            all.add(shown(post));
            for (String viewer : teams.viewers(post)) {
                Person person = teams.person(viewer).orElseThrow();
                Shown view = seen(person, post);
                all.add(new Shown(post.id() + "|" + person.aadObjectId(), view.at(), view.from(), view.text(),
                        view.controls(), post.id(), view.edited(), view.deleted(), person.aadObjectId(), view.raw()));
            }
        }
        return all;
    }

    /** The first card in a personal chat after the person last wrote these words. */
    Optional<Shown> after(Person person, String words) {
        List<Post> posts = teams.posts(teams.directChat(person.id()));
        for (int i = posts.size() - 1; i >= 0; i--) {
            if (posts.get(i).from().equals(person.id()) && posts.get(i).text().equals(words)) {
                return posts.stream()
                    .skip(i)
                    .filter((post) -> post.card().isPresent() && !post.deleted())
                    .findFirst()
                    .map((post) -> seen(person, post));
            }
        }
        return Optional.empty();
    }

    /**
     * A message as everybody sees it; its times are those of the only reader, else the
     * company's.
     */
    Shown shown(Post post) {
        String only = post.visibleTo();
        return shown(post, post, zone(only), controls(Optional.ofNullable(only).orElse(reader(post)), post));
    }

    /** A message as one person sees it. */
    Shown seen(Person person, Post post) {
        return shown(post, teams.seen(person.id(), post), person.zone(),
                post.deleted() ? List.of() : teams.interactions().controls(person.id(), post.id()));
    }

    private @Nullable String reader(Post post) {
        return teams.place(post.place())
            .flatMap(
                    (place) -> place.members().stream().filter((one) -> !teams.viewers(post).contains(one)).findFirst())
            .orElse(null);
    }

    private List<Control> controls(@Nullable String reader, Post post) {
        return (reader == null || post.deleted()) ? List.of() : teams.interactions().controls(reader, post.id());
    }

    private Shown shown(Post post, Post seen, ZoneId zone, List<Control> controls) {
        String only = post.visibleTo();
        ObjectNode raw = JSON.createObjectNode().put("id", post.activityId()).put("text", post.text());
        seen.card().ifPresent((card) -> raw.set("card", card));
        boolean bot = post.from().equals(teams.company().bot());
        String thread = post.thread();
        return new Shown(post.id(), post.at(), bot ? "bot" : aad(post.from()), teams.read(seen, zone),
                controls.stream().map((control) -> control(control, true)).toList(),
                (thread == null) ? null : post.place() + "|" + thread, post.edited() != null, post.deleted(),
                (only == null) ? null : aad(only), raw);
    }

    private String aad(String id) {
        return teams.person(id).map(Person::aadObjectId).orElse(id);
    }

    private ZoneId zone(@Nullable String person) {
        return (person == null) ? Northwind.ZONE : teams.person(person).map(Person::zone).orElse(Northwind.ZONE);
    }

    /** Dialogs follow no change by themselves: who makes one presses Update. */
    String followed(String person, String on, String control) {
        if (teams.dialogById(on).isEmpty()) {
            return control;
        }
        List<Control> controls = teams.interactions().controls(person, on);
        boolean input = controls.stream().anyMatch((one) -> one.id().equals(control) && !one.pressed());
        return controls.stream()
            .filter((one) -> input && one.pressed() && one.label().equals("Update"))
            .map(Control::id)
            .findFirst()
            .orElse(control);
    }

    /** A dialog; the button that sends it is not among its fields. */
    OpenForm form(Dialog dialog) {
        List<Control> controls = teams.interactions().controls(dialog.person(), dialog.id());
        Optional<Control> send = teams.interactions().sends(dialog.person(), dialog.id());
        ObjectNode raw = JSON.createObjectNode().put("title", dialog.title());
        raw.set("card", dialog.card());
        send.ifPresent((control) -> raw.put("send", control.id()));
        raw.set("buttons", JSON.valueToTree(controls.stream().filter(Control::pressed).map(Control::id).toList()));
        return new OpenForm(dialog.id(), dialog.title(), teams.read(dialog), send.map(Control::label).orElse(null),
                controls.stream()
                    .filter((control) -> send.filter(control::equals).isEmpty())
                    .map((control) -> control(control, false))
                    .toList(),
                raw);
    }

    /**
     * What a dialog says beside its inputs: a text in the colour of attention right
     * behind an input is about that input; one that stands anywhere else is about the
     * whole, under the name {@code form}.
     */
    static Map<String, String> complaints(Dialog dialog) {
        Map<String, String> complaints = new LinkedHashMap<>();
        String before = "form";
        for (JsonNode element : dialog.card().path("body")) {
            boolean input = element.path("type").asString("").startsWith("Input.");
            String said = attention(element);
            if (!said.isEmpty()) {
                complaints.merge(before, said, (one, other) -> one + " " + other);
            }
            before = input ? element.path("id").asString("form") : said.isEmpty() ? "form" : before;
        }
        return complaints;
    }

    private static String attention(JsonNode element) {
        if (element.path("color").asString("").equalsIgnoreCase("attention")) {
            return element.path("text").asString("");
        }
        StringBuilder said = new StringBuilder();
        for (JsonNode run : element.path("inlines")) {
            if (run.path("color").asString("").equalsIgnoreCase("attention")) {
                said.append(run.path("text").asString(""));
            }
        }
        return said.toString();
    }

    private static SimulatedPlatform.Control control(Control control, boolean message) {
        List<Option> options = control.options()
            .stream()
            .map((option) -> new Option(option.value(), option.label()))
            .toList();
        return new SimulatedPlatform.Control(control.id(), kind(control, message), control.label(),
                options.isEmpty() ? null : options, value(control));
    }

    private static String kind(Control control, boolean message) {
        return switch (control.kind()) {
            case BUTTON, LINK -> "button";
            case SELECT, RADIO, CHECKBOXES, PERSON ->
                message ? "select" : control.kind().name().toLowerCase(Locale.ROOT);
            case TEXT, LINES, NUMBER, DATE, TIME, TOGGLE -> control.kind().name().toLowerCase(Locale.ROOT);
        };
    }

    private static @Nullable Object value(Control control) {
        if (control.several()) {
            return control.value();
        }
        return control.value().isEmpty() ? null : control.value().getFirst();
    }

}
