/**
 * The circuit breaker: how many are asked, and when asking or answering stops by itself.
 */
@ApplicationModule(allowedDependencies = { "chat", "heartbeat", "workspace", "team", "outbox", "storage" })
@NullMarked
package io.touchpoint.breaker;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
