/** Touchpoint meetings: brief one-on-ones, their agenda and their calendar text. */
@ApplicationModule(allowedDependencies = { "chat", "heartbeat", "workspace", "journey", "survey", "customer",
        "feedback", "insight", "digest", "team", "outbox", "privacy", "storage" })
@NullMarked
package io.touchpoint.checkin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
