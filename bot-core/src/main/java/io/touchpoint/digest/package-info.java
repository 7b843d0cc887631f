/** The weekly pain-point digest of a team. */
@ApplicationModule(allowedDependencies = { "chat", "heartbeat", "workspace", "journey", "survey", "customer",
        "feedback", "insight", "followup", "team", "outbox", "privacy", "storage" })
@NullMarked
package io.touchpoint.digest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
