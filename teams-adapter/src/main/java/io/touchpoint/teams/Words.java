package io.touchpoint.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchpoint.chat.PlainText;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Text as people typed it, from what Teams makes of it. */
final class Words {

    private static final int MOST = 4000;

    private static final Map<String, String> REACTIONS = Map.of("like", "\ud83d\udc4d", "heart", "\u2764\ufe0f",
            "laugh", "\ud83d\ude06", "surprised", "\ud83d\ude2e", "sad", "\ud83d\ude22", "angry", "\ud83d\ude21");

    private static final String COMMAND = "/touchpoint";

    private Words() {
    }

    /**
     * The text without the mention of the bot; other people as {@code <@ID>}. Mentions
     * are found by their entities, never by what they look like.
     * @param ids tells the id of somebody's address by the id that Teams gives
     */
    static String typed(JsonNode activity, String bot, Function<String, String> ids) {
        String text = Json2.found(activity, "text").orElse("");
        for (JsonNode entity : activity.path("entities")) {
            String written = Json2.text(entity, "text");
            Optional<String> id = Json2.found(entity.path("mentioned"), "id");
            if ("mention".equals(Json2.text(entity, "type")) && written != null && id.isPresent()) {
                String instead = id.get().equals(bot) ? "" : "<@" + ids.apply(id.get()) + ">";
                int at = text.indexOf(written);
                text = (at < 0) ? text : text.substring(0, at) + instead + text.substring(at + written.length());
            }
        }
        return PlainText.cut(text.replace("&nbsp;", " ").replace('\u00a0', ' '), MOST).strip();
    }

    /** What follows the command's name, where somebody typed it. */
    static Optional<String> command(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean named = lower.equals(COMMAND) || lower.startsWith(COMMAND + " ");
        return named ? Optional.of(text.substring(COMMAND.length()).strip()) : Optional.empty();
    }

    /** The emoji of a reaction; Teams names the newer ones by themselves. */
    static Optional<String> emoji(String reaction) {
        String named = REACTIONS.get(reaction);
        boolean itself = reaction.codePointAt(0) > 0x2000 && reaction.length() <= 16;
        return (named != null) ? Optional.of(named) : itself ? Optional.of(reaction) : Optional.empty();
    }

}
