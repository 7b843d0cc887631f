/**
 * The workspace file: read, checked, and handed to the modules that its parts belong to.
 */
@ApplicationModule(allowedDependencies = { "workspace", "journey", "survey", "customer", "team", "chat", "heartbeat",
        "digest", "checkin", "followup", "intake", "storage" })
@NullMarked
package io.touchpoint.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
