/** The doors for business events. */
<<<<<<< HEAD
@ApplicationModule(
        allowedDependencies = { "chat", "heartbeat", "storage", "workspace", "journey", "customer", "followup" })
=======
@ApplicationModule(allowedDependencies = { "chat", "heartbeat", "workspace", "customer", "followup", "storage" })
>>>>>>> 904e70e (wip3)
@NullMarked
package io.touchpoint.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
