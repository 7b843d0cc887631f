/**
 * The closed loop: a case for an unhappy customer, its owner, the reply, and the date it
 * is due.
 */
@ApplicationModule(allowedDependencies = { "chat", "heartbeat", "customer", "team", "feedback", "outbox", "workspace",
        "journey", "survey", "privacy", "storage" })
@NullMarked
package io.touchpoint.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
