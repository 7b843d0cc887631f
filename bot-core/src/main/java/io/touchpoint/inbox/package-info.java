/**
 * The requests of chat platforms: each stored before it is acknowledged, and worked on
 * until it is done or given up.
 */
@ApplicationModule(allowedDependencies = { "heartbeat", "workspace", "storage" })
@NullMarked
package io.touchpoint.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
