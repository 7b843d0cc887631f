package io.touchpoint.intake;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as it came.
 *
 * @param headers the value of a header by its name, whatever its case; null for none
 */
record Delivery(Function<String, @Nullable String> headers, byte[] body) {

    @Nullable String header(String name) {
        return headers.apply(name);
    }

}
