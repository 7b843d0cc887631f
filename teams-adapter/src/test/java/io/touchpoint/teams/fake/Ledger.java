package io.touchpoint.teams.fake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every call that the app made, in the order in which they came. */
final class Ledger {

    private final World world;

    private final List<Call> calls = new ArrayList<>();

    Ledger(World world) {
        this.world = world;
    }

    synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    void note(Asked asked, @Nullable String target, Reply reply) {
        note(new Call(asked.operation(), asked.line(), target, world.now(), asked.json(), reply.status(), reply.body(),
                reply.applied()));
    }

    synchronized void note(Call call) {
        calls.add(call);
    }

}
