/**
 * Every promise to say something: kept in order, paced, repeated after a failure, settled
 * when its outcome is unknown.
 */
@ApplicationModule(allowedDependencies = { "chat", "heartbeat", "storage" })
@NullMarked
package io.touchpoint.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
