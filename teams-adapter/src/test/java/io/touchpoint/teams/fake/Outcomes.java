package io.touchpoint.teams.fake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the client makes of the app's answers to invokes. */
final class Outcomes {

    private static final String SORRY = "Something went wrong. Please try again.";

    private final World world;

    private final Surfaces surfaces;

    private final List<String> flaws = new CopyOnWriteArrayList<>();

    Outcomes(World world, Surfaces surfaces) {
        this.world = world;
        this.surfaces = surfaces;
    }

    List<String> flaws() {
        return List.copyOf(flaws);
    }

    /** The answer to an Action.Execute: a card, a sentence or an error. */
    Pressed card(Person presser, Surfaces.Surface surface, Answered answered, boolean aloud) {
        JsonNode body = answered.json();
        Post post = surface.post();
        if (!answered.ok() || body.path("statusCode").asInt(200) / 100 != 2) {
            return aloud ? failed(presser, surface, answered, "no success") : quiet(answered.problem("no success"));
        }
        switch (Json.text(body, "type")) {
            case Post.CARD -> {
                Optional<ObjectNode> card = taken(body.path("value"), surface.id());
                if (card.isEmpty() || post == null) {
                    return failed(presser, surface, answered, "the answer is no card");
                }
                surfaces.shows(presser.id(), post, card.get());
                return quiet(answered);
            }
            case "application/vnd.microsoft.activity.message" -> {
                return said(presser, surface, answered, Json.text(body, "value"));
            }
            default -> {
                return aloud ? failed(presser, surface, answered, "the answer has no type that Teams knows")
                        : quiet(answered.problem("no type"));
            }
        }
    }

    private Optional<ObjectNode> taken(JsonNode card, String where) {
        try {
            CardRules.check(card).forEach((flaw) -> flaws.add(where + ": " + flaw));
            return Optional.of(Json.copy(card));
        }
        catch (Refused ex) {
            flaws.add(where + ": refused, " + ex.getMessage());
            return Optional.empty();
        }
    }

    /**
     * The answer to what opens or sends a dialog.
     * @param opens whether a dialog is expected
     */
    Pressed dialog(Person presser, Surfaces.Surface surface, Answered answered, boolean opens) {
        if (!answered.ok()) {
            return failed(presser, surface, answered, "no success");
        }
        JsonNode task = answered.json().path("task");
        JsonNode value = task.path("value");
        switch (Json.text(task, "type")) {
            case "continue" -> {
                JsonNode attachment = value.path("card");
                Optional<ObjectNode> card = Json.text(attachment, "contentType").equals(Post.CARD)
                        ? taken(attachment.path("content"), "dialog") : Optional.empty();
                if (card.isEmpty()) {
                    return failed(presser, surface, answered, "the dialog is no card");
                }
                surfaces.opens(opened(presser, surface, Json.text(value, "title"), card.get()));
                return quiet(presser, answered);
            }
            case "message" -> {
                surfaces.closes(presser.id());
                return said(presser, surface, answered, value.asString(""));
            }
            default -> {
                if (opens) {
                    return failed(presser, surface, answered, "no dialog came");
                }
                surfaces.closes(presser.id());
                return quiet(presser, answered);
            }
        }
    }

    private Dialog opened(Person presser, Surfaces.Surface surface, String title, ObjectNode card) {
        Optional<Dialog> standing = surfaces.dialog(presser.id()).filter((_) -> surface.dialog());
        return standing.map((dialog) -> dialog.shows(title, card))
            .orElseGet(() -> new Dialog(world.id("dialog-"), presser.id(), title, card, surface.place().id(),
                    Optional.ofNullable(surface.post()).map(Post::id).orElse(null)));
    }

    private static Pressed quiet(Answered answered) {
        return new Pressed(answered, Map.of(), null, "");
    }

    private Pressed quiet(Person presser, Answered answered) {
        return new Pressed(answered, Map.of(), surfaces.dialog(presser.id()).orElse(null), "");
    }

    private Pressed said(Person presser, Surfaces.Surface surface, Answered answered, String sentence) {
        if (!sentence.isEmpty()) {
            surfaces.says(presser, surface, sentence);
        }
        return new Pressed(answered, Map.of(), surfaces.dialog(presser.id()).orElse(null), sentence);
    }

    Pressed failed(Person presser, Surfaces.Surface surface, Answered answered, String why) {
        surfaces.says(presser, surface, SORRY);
        String problem = answered.problem().isEmpty() ? why : answered.problem();
        return new Pressed(answered.problem(problem), Map.of(), surfaces.dialog(presser.id()).orElse(null), SORRY);
    }

}
