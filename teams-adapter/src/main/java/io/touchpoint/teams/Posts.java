package io.touchpoint.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import com.microsoft.bot.schema.Attachment;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Fitting;
import io.touchpoint.chat.PlainText;
import java.util.List;

/** Messages as activities of one card each, within what Teams takes. */
final class Posts {

    /** Characters of card JSON. */
    static final int BUDGET = 28_000;

    /** The same after the Bot Connector said that a message was too big. */
    static final int SMALL = 18_000;

    private static final int SUMMARY = 300;

    private Posts() {
    }

    /** The card of some blocks, shortened until it fits. */
    static ObjectNode card(List<Block> blocks, Cards.Place place, int budget) {
        return Cards.card(Fitting.fit(blocks, (parts) -> size(parts, place, budget)), place);
    }

    private static Fitting.Size size(List<Block> parts, Cards.Place place, int budget) {
        return (Json2.write(Cards.card(parts, place)).length() <= budget) ? Fitting.Size.FITS : Fitting.Size.TOO_LONG;
    }

    /** An activity of one card; its summary is what a notification says. */
    static Activity of(List<Block> blocks, Cards.Place place, int budget) {
        return of(card(blocks, place, budget), String.join(" ", blocks.stream().map(Block::plainText).toList()));
    }

    static Activity of(ObjectNode card, String summary) {
        Attachment attachment = new Attachment();
        attachment.setContentType(Cards.CONTENT_TYPE);
        attachment.setContent(card);
        Activity activity = new Activity(ActivityTypes.MESSAGE);
        activity.setAttachment(attachment);
        activity.setSummary(PlainText.cut(summary.replace('\n', ' '), SUMMARY));
        return activity;
    }

}
