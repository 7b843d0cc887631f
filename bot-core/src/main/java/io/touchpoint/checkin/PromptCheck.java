package io.touchpoint.checkin;

import io.touchpoint.chat.Directory;
import io.touchpoint.outbox.Saying;
import io.touchpoint.outbox.SendCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Keeps prompts for meetings out of channels that other companies read. */
@Component
class PromptCheck implements SendCheck {

    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final ObjectProvider<Directory> directories;

    PromptCheck(ObjectProvider<Directory> directories) {
        this.directories = directories;
    }

    @Override
    public Verdict mayGo(Saying saying, Instant now) {
        Optional<Directory> directory = directories.stream()
            .filter((some) -> some.platform().equals(saying.to().platform()))
            .findFirst();
        if (!saying.about().contains(MeetingPrompt.KIND) || directory.isEmpty()) {
            return new Verdict.Go();
        }
        return switch (directory.get().channel(saying.to())) {
            case Directory.Found.Here<Directory.Channel>(Directory.Channel channel) ->
                channel.shared() ? new Verdict.Drop("channel_shared") : new Verdict.Go();
            case Directory.Found.Nowhere<Directory.Channel> _ -> new Verdict.Drop("channel_gone");
            case Directory.Found.NotNow<Directory.Channel>(String reason) -> new Verdict.Hold(now.plus(AGAIN), reason);
        };
    }

}
