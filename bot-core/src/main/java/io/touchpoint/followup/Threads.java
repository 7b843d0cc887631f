package io.touchpoint.followup;

import io.touchpoint.chat.Directory;
import io.touchpoint.chat.Directory.Channel;
import io.touchpoint.chat.Directory.Found;
import io.touchpoint.chat.Spot;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Knows whether a question can be put where the conversation was. */
@Component
class Threads {

    private final List<Directory> directories;

    Threads(List<Directory> directories) {
        this.directories = List.copyOf(directories);
    }

    /**
     * Why nothing can be said there; empty when nothing is known to be in the way.
     */
    Optional<String> obstacle(Spot thread) {
        return directories.stream()
            .filter((directory) -> directory.platform().equals(thread.place().platform()))
            .findFirst()
            .flatMap((directory) -> obstacle(directory.channel(thread.place())));
    }

    private static Optional<String> obstacle(Found<Channel> found) {
        return switch (found) {
            case Found.Here<Channel>(Channel channel) when channel.archived() -> Optional.of("the channel is archived");
            case Found.Here<Channel>(Channel channel) when !channel.member() ->
                Optional.of("the bot is not in the channel");
            case Found.Here<Channel> _, Found.NotNow<Channel> _ -> Optional.empty();
            case Found.Nowhere<Channel>(String reason) -> Optional.of("the channel cannot be seen (" + reason + ")");
        };
    }

}
