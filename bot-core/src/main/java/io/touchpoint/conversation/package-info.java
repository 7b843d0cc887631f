/**
 * One conversation with a customer about one touchpoint, from the question to the thanks.
 */
@ApplicationModule(allowedDependencies = { "chat", "heartbeat", "storage", "workspace", "journey", "survey", "customer",
        "team", "feedback", "recovery", "outbox" })
@NullMarked
package io.touchpoint.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
