package io.touchpoint.slack.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The forms and home tabs that people see, and the triggers that open them. */
final class Views {

    static final int DEEPEST = 3;

    private static final Duration TRIGGER_LIFE = Duration.ofSeconds(3);

    private final Workspace workspace;

    private final Map<String, List<View>> stacks = new LinkedHashMap<>();

    private final Map<String, View> homes = new LinkedHashMap<>();

    private final Map<String, Trigger> triggers = new HashMap<>();

    private record Trigger(String person, Instant issued, boolean used) {
    }

    Views(Workspace workspace) {
        this.workspace = workspace;
    }

    /** A trigger that opens one view for this person within three seconds. */
    synchronized String trigger(String person) {
        String id = workspace.id("trigger.");
        triggers.put(id, new Trigger(person, workspace.now(), false));
        return id;
    }

    /** Uses a trigger up; gives the person whose it is. */
    synchronized String exchange(String id) {
        Trigger trigger = triggers.get(id);
        if (trigger == null) {
            throw Refused.with("invalid_trigger_id");
        }
        if (trigger.used()) {
            throw Refused.with("exchanged_trigger_id");
        }
        if (Duration.between(trigger.issued(), workspace.now()).compareTo(TRIGGER_LIFE) > 0) {
            throw Refused.with("expired_trigger_id");
        }
        triggers.put(id, new Trigger(trigger.person(), trigger.issued(), true));
        return trigger.person();
    }

    synchronized View open(String person, ObjectNode content) {
        String id = workspace.id("V");
        View view = new View(id, person, content, hash(), id, null, Controls.initial(content));
        stacks.put(person, new ArrayList<>(List.of(view)));
        return view;
    }

    synchronized View push(String person, ObjectNode content) {
        List<View> stack = stacks.getOrDefault(person, List.of());
        if (stack.isEmpty()) {
            throw Refused.with("not_found");
        }
        if (stack.size() >= DEEPEST) {
            throw Refused.with("push_limit_reached");
        }
        View view = new View(workspace.id("V"), person, content, hash(), stack.getFirst().id(), stack.getLast().id(),
                Controls.initial(content));
        stack.add(view);
        return view;
    }

    synchronized View publish(String person, ObjectNode content) {
        View before = homes.get(person);
        String id = (before == null) ? workspace.id("V") : before.id();
        View view = new View(id, person, content, hash(), id, null, Controls.initial(content));
        homes.put(person, view);
        return view;
    }

    /**
     * Puts other content in a view; what was filled in under ids that stay is kept, most
     * of all what was filled in since the view was looked up.
     */
    synchronized View update(View found, ObjectNode content) {
        View view = byId(found.id()).orElse(found);
        ObjectNode state = Controls.initial(content);
        for (Map.Entry<String, JsonNode> block : state.properties()) {
            JsonNode old = view.state().path(block.getKey());
            for (String action : List.copyOf(block.getValue().propertyNames())) {
                JsonNode kept = old.path(action);
                boolean same = Json.text(kept, "type").equals(Json.text(block.getValue().path(action), "type"));
                if (kept.isObject() && same) {
                    ((ObjectNode) block.getValue()).set(action, kept.deepCopy());
                }
            }
        }
        return put(new View(view.id(), view.person(), content, hash(), view.root(), view.previous(), state));
    }

    /** Fills one field in. */
    synchronized View filled(View found, Element element, ObjectNode entry) {
        View view = byId(found.id()).orElse(found);
        ObjectNode state = Json.copy(view.state());
        state.withObjectProperty(element.blockId()).set(element.actionId(), entry);
        return put(
                new View(view.id(), view.person(), view.content(), view.hash(), view.root(), view.previous(), state));
    }

    private View put(View view) {
        if (!view.modal()) {
            homes.put(view.person(), view);
            return view;
        }
        List<View> stack = stacks.getOrDefault(view.person(), new ArrayList<>());
        stack.replaceAll((standing) -> standing.id().equals(view.id()) ? view : standing);
        return view;
    }

    /** Closes the uppermost view of a person. */
    synchronized void pop(String person) {
        List<View> stack = stacks.getOrDefault(person, new ArrayList<>());
        if (!stack.isEmpty()) {
            stack.removeLast();
        }
    }

    synchronized void clear(String person) {
        stacks.remove(person);
    }

    synchronized List<View> stack(String person) {
        return List.copyOf(stacks.getOrDefault(person, List.of()));
    }

    synchronized Optional<View> home(String person) {
        return Optional.ofNullable(homes.get(person));
    }

    synchronized Optional<View> byId(String id) {
        return all().filter((view) -> view.id().equals(id)).findFirst();
    }

    synchronized Optional<View> byExternalId(@Nullable String id) {
        return all().filter((view) -> id != null && Json.text(view.content(), "external_id").equals(id)).findFirst();
    }

    private Stream<View> all() {
        return Stream.concat(stacks.values().stream().flatMap(List::stream), homes.values().stream());
    }

    private String hash() {
        return workspace.now().getEpochSecond() + "." + workspace.id("h");
    }

}
