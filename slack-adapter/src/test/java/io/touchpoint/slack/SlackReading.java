package io.touchpoint.slack;

import io.touchpoint.sandbox.SimulatedPlatform;
import io.touchpoint.sandbox.SimulatedPlatform.OpenForm;
import io.touchpoint.sandbox.SimulatedPlatform.Option;
import io.touchpoint.sandbox.SimulatedPlatform.Shown;
import io.touchpoint.slack.fake.Control;
import io.touchpoint.slack.fake.Controls;
import io.touchpoint.slack.fake.FakeSlack;
import io.touchpoint.slack.fake.Person;
import io.touchpoint.slack.fake.Post;
import io.touchpoint.slack.fake.View;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Slack's messages and views in the words of the sandbox. */
final class SlackReading {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final FakeSlack slack;

    SlackReading(FakeSlack slack) {
        this.slack = slack;
    }

    /** A message; its times are those of the only reader, else of {@code reader}. */
    Shown shown(Post post, ZoneId reader) {
        String only = post.visibleTo();
        ObjectNode raw = JSON.createObjectNode().put("ts", post.ts()).put("text", post.text());
        raw.set("blocks", post.blocks());
        boolean bot = post.from().equals(slack.company().botUser());
        return new Shown(post.id(), post.at(), bot ? "bot" : post.from(),
                slack.read(post, (only != null) ? zone(only) : reader), controls(Controls.of(post), SlackReading::kind),
                parent(post), post.edited() != null, post.deleted(), only, raw);
    }

    private static @Nullable String parent(Post post) {
        String thread = post.threadTs();
        return (thread == null || thread.equals(post.ts())) ? null : post.channel() + ":" + thread;
    }

    /** A home tab, in the form of one message. */
    Shown home(View view) {
        return new Shown(view.id(), Instant.EPOCH, "bot", slack.read(view, zone(view.person())),
                controls(Controls.of(view), SlackReading::kind), null, false, false, view.person(), view.content());
    }

    /** A modal. */
    OpenForm form(View view) {
        return new OpenForm(view.id(), view.title(), slack.read(view, zone(view.person())),
                view.content().path("submit").path("text").asStringOpt().orElse(null),
                controls(Controls.of(view), (control) -> control.kind().name().toLowerCase(Locale.ROOT)),
                view.content());
    }

    ZoneId zone(String person) {
        return slack.person(person).map(Person::zone).orElse(ZoneOffset.UTC);
    }

    private static String kind(Control control) {
        return switch (control.kind()) {
            case BUTTON -> "button";
            case MENU -> "menu";
            case SELECT, PERSON, CHANNEL, CHECKBOXES, RADIO -> "select";
            case TEXT, LINES, DATE, TIME, DATE_TIME, NUMBER, EMAIL, URL ->
                control.kind().name().toLowerCase(Locale.ROOT);
        };
    }

    private static List<SimulatedPlatform.Control> controls(List<Control> controls, Function<Control, String> kind) {
        return controls.stream().map((control) -> control(control, kind.apply(control))).toList();
    }

    private static SimulatedPlatform.Control control(Control control, String kind) {
        List<Option> options = control.options()
            .stream()
            .map((option) -> new Option(option.value(), option.label()))
            .toList();
        return new SimulatedPlatform.Control(control.id(), kind, control.label(), options.isEmpty() ? null : options,
                value(control));
    }

    private static @Nullable Object value(Control control) {
        if (control.several()) {
            return control.value();
        }
        boolean none = control.value().isEmpty() || control.kind() == Control.Kind.BUTTON;
        return none ? null : control.value().getFirst();
    }

}
