package io.touchpoint.inbox;

import io.touchpoint.heartbeat.DeadLetter;
import io.touchpoint.heartbeat.DeadLetters;
import io.touchpoint.workspace.Workspaces;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The requests that nobody could work on. One that does not say whose it is belongs to no
 * workspace: it is only counted.
 */
@Component
class ParkedRequests implements DeadLetters {

    private final Inbox inbox;

    private final Workspaces workspaces;

    ParkedRequests(Inbox inbox, Workspaces workspaces) {
        this.inbox = inbox;
        this.workspaces = workspaces;
    }

    @Override
    public String kind() {
        return "request";
    }

    @Override
    public long count() {
        return inbox.parked();
    }

    @Override
    public List<DeadLetter> of(String workspace, int most) {
        return inbox.parked(tenants(workspace), most).stream().map(ParkedRequests::letter).toList();
    }

    private static DeadLetter letter(Received received) {
        Received.Parked parked = received.parked();
        return new DeadLetter(received.id(), "of " + received.platform(), (parked == null) ? "unknown" : parked.why(),
                (parked == null) ? received.at() : parked.at());
    }

    @Override
    public boolean retry(String workspace, String id, Instant now) {
        return inbox.unpark(tenants(workspace), id, now);
    }

    @Override
    public boolean drop(String workspace, String id, Instant now) {
        return inbox.leave(tenants(workspace), id);
    }

    /** What the ids of a workspace's requests begin with. */
    private List<String> tenants(String workspace) {
        return workspaces.get(workspace)
            .tenants()
            .stream()
            .map((tenant) -> tenant.platform() + "|" + tenant.key())
            .toList();
    }

}
