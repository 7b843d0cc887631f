/** The doors for business events, and for what was decided on them. */
@ApplicationModule(allowedDependencies = { "chat", "heartbeat", "workspace", "journey", "survey", "customer",
        "conversation", "followup", "storage" })
@NullMarked
package io.touchpoint.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
