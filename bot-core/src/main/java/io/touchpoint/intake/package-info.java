/** The doors for business events. */
@ApplicationModule(allowedDependencies = { "heartbeat", "workspace", "followup", "storage" })
@NullMarked
package io.touchpoint.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
