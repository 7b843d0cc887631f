package io.touchpoint.slack.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The methods {@code views.*}: forms are opened and changed, home tabs are published. */
final class ViewMethods {

    private static final int LARGEST = 250_000;

    private final Workspace workspace;

    private final Views views;

    private final Shapes shapes;

    ViewMethods(Workspace workspace, Views views, Shapes shapes) {
        this.workspace = workspace;
        this.views = views;
        this.shapes = shapes;
    }

    List<Method> all() {
        return List.of(new Method("views.open", "", Method.TIER_4, this::open),
                new Method("views.push", "", Method.TIER_4, this::push),
                new Method("views.update", "", Method.TIER_4, this::update),
                new Method("views.publish", "", Method.TIER_4, this::publish));
    }

    private ObjectNode open(Arguments arguments) {
        String trigger = arguments.required("trigger_id");
        ObjectNode content = content(arguments, "modal");
        external(content, Optional.empty());
        return answer(views.open(views.exchange(trigger), content));
    }

    private ObjectNode push(Arguments arguments) {
        String trigger = arguments.required("trigger_id");
        ObjectNode content = content(arguments, "modal");
        external(content, Optional.empty());
        return answer(views.push(views.exchange(trigger), content));
    }

    private ObjectNode update(Arguments arguments) {
        if (!arguments.has("view_id") && !arguments.has("external_id")) {
            throw Refused.missing("view_id");
        }
        Optional<View> found = arguments.has("view_id") ? views.byId(arguments.text("view_id"))
                : views.byExternalId(arguments.text("external_id"));
        View view = found.orElseThrow(() -> Refused.with("not_found"));
        ObjectNode content = content(arguments, view.modal() ? "modal" : "home");
        if (arguments.has("hash") && !arguments.text("hash").equals(view.hash())) {
            throw Refused.with("hash_conflict");
        }
        external(content, Optional.of(view));
        return answer(views.update(view, content));
    }

    private ObjectNode publish(Arguments arguments) {
        String person = arguments.required("user_id");
        ObjectNode content = content(arguments, "home");
        if (workspace.person(person).isEmpty()) {
            throw Refused.with("user_not_found");
        }
        Optional<View> before = views.home(person);
        if (arguments.has("hash") && before.isPresent() && !arguments.text("hash").equals(before.get().hash())) {
            throw Refused.with("hash_conflict");
        }
        return answer(views.publish(person, content));
    }

    private void external(ObjectNode content, Optional<View> own) {
        Optional<View> other = views.byExternalId(Json.textOrNull(content, "external_id"));
        if (other.isPresent() && !other.map(View::id).equals(own.map(View::id))) {
            throw Refused.with("duplicate_external_id");
        }
    }

    private ObjectNode answer(View view) {
        ObjectNode answer = Json.ok();
        answer.set("view", shapes.view(view));
        return answer;
    }

    private ObjectNode content(Arguments arguments, String type) {
        JsonNode given = arguments.json("view", "invalid_arguments");
        if (given == null) {
            throw Refused.missing("view");
        }
        return checked(given, type, workspace);
    }

    /** A view as the app sent it, checked, with every id. */
    static ObjectNode checked(JsonNode given, String type, Workspace workspace) {
        List<String> wrong = wrong(given, type);
        if (!wrong.isEmpty()) {
            throw Refused.with("invalid_arguments", wrong);
        }
        if (given.toString().length() > LARGEST) {
            throw Refused.with("view_too_large");
        }
        ObjectNode content = (ObjectNode) given.deepCopy();
        content.set("blocks", BlockKit.named((ArrayNode) content.path("blocks"), workspace));
        return content;
    }

    /** What is wrong with a view. */
    static List<String> wrong(JsonNode given, String type) {
        Spot view = new Spot(given, "/view", new ArrayList<>());
        if (!given.isObject()) {
            view.wrong("must be an object");
            return view.findings();
        }
        boolean modal = type.equals("modal");
        if (!view.type().equals(type)) {
            view.at("type").wrong("must be " + type);
        }
        if (modal) {
            view.only("title", "blocks", "close", "submit", "private_metadata", "callback_id", "clear_on_close",
                    "notify_on_close", "external_id", "submit_disabled");
            view.plain("title", 24);
            view.plainIfThere("close", 24);
            view.plainIfThere("submit", 24);
        }
        else {
            view.only("blocks", "private_metadata", "callback_id", "external_id");
        }
        view.length("private_metadata", 0, 3_000);
        view.length("callback_id", 0, 255);
        view.length("external_id", 0, 255);
        if (view.need("blocks")) {
            BlockKit.view(view.at("blocks"), modal);
            boolean input = view.at("blocks").items().stream().anyMatch((block) -> block.type().equals("input"));
            if (modal && input && !view.has("submit")) {
                view.wrong("missing required field: submit");
            }
        }
        return view.findings();
    }

}
