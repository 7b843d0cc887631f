/** The doors for business events. */
@ApplicationModule(
        allowedDependencies = { "chat", "heartbeat", "storage", "workspace", "journey", "customer", "followup" })
@NullMarked
package io.touchpoint.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
