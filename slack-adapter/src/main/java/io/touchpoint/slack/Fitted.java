package io.touchpoint.slack;

import io.touchpoint.chat.Block;
import io.touchpoint.chat.Fitting;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Blocks as JSON within what Slack takes in one message. */
final class Fitted {

    private static final int BYTES = 12_000;

    private static final int BLOCKS = 50;

    private Fitted() {
    }

    /** The JSON of the blocks, shortened until they fit. */
    static String json(List<Block> blocks, Function<List<Block>, List<Map<String, Object>>> rendering) {
        return Json.write(rendering.apply(Fitting.fit(blocks, (parts) -> size(rendering.apply(parts)))));
    }

    private static Fitting.Size size(List<Map<String, Object>> rendered) {
        if (rendered.size() > BLOCKS) {
            return Fitting.Size.TOO_MANY;
        }
        return (Json.write(rendered).getBytes(StandardCharsets.UTF_8).length > BYTES) ? Fitting.Size.TOO_LONG
                : Fitting.Size.FITS;
    }

}
