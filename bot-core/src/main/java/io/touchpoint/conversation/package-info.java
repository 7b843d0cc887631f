/**
 * One conversation with a customer about one touchpoint, from the question to the thanks.
 */
@ApplicationModule(allowedDependencies = { "chat", "heartbeat", "survey", "customer", "feedback", "recovery", "outbox",
        "workspace", "journey", "storage" })
@NullMarked
package io.touchpoint.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
