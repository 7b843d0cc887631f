/** What a business event means: who is asked about what, when, and why not. */
@ApplicationModule(allowedDependencies = { "chat", "heartbeat", "workspace", "journey", "survey", "breaker", "customer",
        "conversation", "recovery", "outbox", "storage" })
@NullMarked
package io.touchpoint.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
