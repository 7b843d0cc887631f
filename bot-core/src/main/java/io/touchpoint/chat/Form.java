package io.touchpoint.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form that one person sees.
 *
 * @param key comes back with {@link Inbound.Submitted}; opaque to adapters and not
 * trusted when it comes back
 * @param title at most 24 characters
 * @param submit the words on the button that sends it; null for a form that is only read
 * @param parts fields and blocks in reading order
 */
public record Form(String key, String title, @Nullable String submit, List<FormPart> parts) {

    public Form {
        parts = List.copyOf(parts);
    }

}
