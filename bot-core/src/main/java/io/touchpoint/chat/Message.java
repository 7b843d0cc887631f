package io.touchpoint.chat;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the bot says: blocks in reading order, without any platform's markup.
 *
 * @param blocks the blocks, first read first
 */
public record Message(List<Block> blocks) {

    public Message {
        blocks = List.copyOf(blocks);
    }

    public static Message of(Block... blocks) {
        return new Message(List.of(blocks));
    }

    /** A message of one plain paragraph. */
    public static Message text(String text) {
        return of(Block.Paragraph.of(text));
    }

    /**
     * The whole message as plain text in reading order, one line a block. Buttons are
     * part of it, in square brackets; times are written in the zone that they carry, with
     * its name.
     */
    public String plainText() {
        return blocks.stream().map(Block::plainText).collect(Collectors.joining("\n"));
    }

}
