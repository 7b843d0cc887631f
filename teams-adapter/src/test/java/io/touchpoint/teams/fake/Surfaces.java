package io.touchpoint.teams.fake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What people have before them: cards, as each of them sees them, and dialogs. */
final class Surfaces {

    private static final int SMALL_CHAT = 60;

    private final World world;

    private final Map<String, ObjectNode> views = new LinkedHashMap<>();

    private final Map<String, Dialog> dialogs = new LinkedHashMap<>();

    private final Map<String, Map<String, List<String>>> filled = new LinkedHashMap<>();

    private final Set<Look> looks = new LinkedHashSet<>();

    /** A card that somebody's client is to refresh. */
    record Look(String post, String person) {
    }

    /**
     * A card that a person has before them.
     *
     * @param id the message's or the dialog's id
     * @param post the message; null for a dialog that no message stands behind
     * @param dialog whether it is a dialog
     */
    record Surface(String id, ObjectNode card, Place place, @Nullable Post post, boolean dialog) {
    }

    Surfaces(World world) {
        this.world = world;
    }

    /** A message of the app is new or changed: everybody sees it as it is now. */
    synchronized void written(Post post) {
        views.keySet().removeIf((key) -> key.startsWith(post.id() + "|"));
        filled.keySet().removeIf((key) -> key.startsWith(post.id() + "|"));
        looks.removeIf((look) -> look.post().equals(post.id()));
        JsonNode refresh = post.card().map((card) -> card.path("refresh")).orElseGet(Json::object);
        if (refresh.path("action").isObject()) {
            Set<String> members = world.knownPlace(post.place()).members();
            Set<String> named = new LinkedHashSet<>();
            Json.each(refresh.path("userIds")).forEach((id) -> named.add(id.asString()));
            boolean everybody = named.isEmpty() && members.size() <= SMALL_CHAT;
            members.stream()
                .filter((member) -> everybody || named.contains(member))
                .forEach((member) -> looks.add(new Look(post.id(), member)));
        }
    }

    /** The cards that clients have not refreshed yet. */
    synchronized List<Look> looks() {
        return List.copyOf(looks);
    }

    synchronized boolean looked(Look look) {
        return looks.remove(look);
    }

    /** The card of a message as a person sees it. */
    synchronized Optional<ObjectNode> card(String person, Post post) {
        ObjectNode view = views.get(post.id() + "|" + person);
        return (view != null) ? Optional.of(view) : post.card();
    }

    /** Whether a person sees another card than the others. */
    synchronized boolean own(String person, Post post) {
        return views.containsKey(post.id() + "|" + person);
    }

    synchronized List<String> viewers(Post post) {
        String prefix = post.id() + "|";
        List<String> viewers = new ArrayList<>();
        views.keySet().forEach((key) -> {
            if (key.startsWith(prefix)) {
                viewers.add(key.substring(prefix.length()));
            }
        });
        return viewers;
    }

    synchronized void shows(String person, Post post, ObjectNode card) {
        views.put(post.id() + "|" + person, card);
        filled.remove(post.id() + "|" + person);
    }

    synchronized Optional<Dialog> dialog(String person) {
        return Optional.ofNullable(dialogs.get(person));
    }

    synchronized Optional<Dialog> dialogById(String id) {
        return dialogs.values().stream().filter((dialog) -> dialog.id().equals(id)).findFirst();
    }

    synchronized void opens(Dialog dialog) {
        filled.remove(dialog.id() + "|" + dialog.person());
        dialogs.put(dialog.person(), dialog);
    }

    synchronized void closes(String person) {
        dialogs.remove(person);
    }

    /**
     * A message or a dialog as a person has it before them.
     * @throws IllegalArgumentException if the person does not see it
     */
    Surface of(Person person, String id) {
        Optional<Dialog> dialog = dialog(person.id()).filter((open) -> open.id().equals(id));
        if (dialog.isPresent()) {
            String origin = dialog.get().post();
            Post post = (origin == null) ? null : world.post(origin).orElse(null);
            return new Surface(id, dialog.get().card(), world.knownPlace(dialog.get().place()), post, true);
        }
        Post post = world.post(id)
            .filter((found) -> world.sees(person.id(), found))
            .orElseThrow(() -> new IllegalArgumentException(person.name() + " does not see this: " + id));
        return new Surface(id, card(person.id(), post).orElseGet(Json::object), world.knownPlace(post.place()), post,
                false);
    }

    synchronized void fill(Person person, String surface, Map<String, List<String>> values) {
        filled.computeIfAbsent(surface + "|" + person.id(), (_) -> new LinkedHashMap<>()).putAll(values);
    }

    synchronized Map<String, List<String>> filled(String person, String surface) {
        return Map.copyOf(filled.getOrDefault(surface + "|" + person, Map.of()));
    }

    /** The people that a picker offers: those of the conversation, or of the tenant. */
    List<Control.Option> people(Place place, String dataset) {
        boolean members = dataset.contains("currentContext");
        return world.people()
            .stream()
            .filter((person) -> person.tenant().equals(place.tenant()))
            .filter((person) -> members ? place.members().contains(person.id()) : !person.is(Person.Trait.GUEST))
            .map((person) -> new Control.Option(person.aadObjectId(), person.name()))
            .toList();
    }

    /** What the client says in passing, to one person. */
    void says(Person person, Surface surface, String sentence) {
        Post post = surface.post();
        String thread = (post == null) ? null : Activities.thread(surface.place(), post);
        ObjectNode content = Json.object().put("type", "message").put("text", sentence);
        world.write(surface.place().id(), world.company().bot(), content, thread, person.id());
    }

}
