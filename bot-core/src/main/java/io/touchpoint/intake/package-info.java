/** The doors for business events. */
@ApplicationModule(allowedDependencies = { "chat", "heartbeat", "workspace", "customer", "followup", "storage" })
@NullMarked
package io.touchpoint.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
