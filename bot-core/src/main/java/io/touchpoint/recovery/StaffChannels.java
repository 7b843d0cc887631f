package io.touchpoint.recovery;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Directory;
import io.touchpoint.outbox.Saying;
import io.touchpoint.outbox.SendCheck;
import io.touchpoint.team.Teams;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Keeps what is meant for a team out of channels that other companies read. */
@Component
class StaffChannels implements SendCheck {

    private static final Duration LATER = Duration.ofMinutes(1);

    private final Teams teams;

    private final ObjectProvider<Directory> directories;

    StaffChannels(Teams teams, ObjectProvider<Directory> directories) {
        this.teams = teams;
        this.directories = directories;
    }

    @Override
    public Verdict mayGo(Saying saying, Instant now) {
        Address to = saying.to();
        boolean forStaff = to.kind() == Address.Kind.CHANNEL && saying.thread() == null;
        if (!forStaff || teams.team(to).isEmpty()) {
            return new Verdict.Go();
        }
        return directories.stream()
            .filter((directory) -> directory.platform().equals(to.platform()))
            .findFirst()
            .map((directory) -> verdict(directory.channel(to), now))
            .orElseGet(() -> new Verdict.Hold(now.plus(LATER), "channel cannot be checked here"));
    }

    private static Verdict verdict(Directory.Found<Directory.Channel> found, Instant now) {
        return switch (found) {
            case Directory.Found.Here<Directory.Channel>(var channel) ->
                channel.shared() ? new Verdict.Drop("channel is shared with other companies") : new Verdict.Go();
            case Directory.Found.Nowhere<Directory.Channel>(var reason) ->
                new Verdict.Drop("channel cannot be seen: " + reason);
            case Directory.Found.NotNow<Directory.Channel>(var reason) ->
                new Verdict.Hold(now.plus(LATER), "channel not checked: " + reason);
        };
    }

}
