/** Routes what people do to the use cases; the commands and the home view. */
@ApplicationModule(allowedDependencies = { "chat", "heartbeat", "outbox", "workspace", "journey", "survey", "customer",
        "team", "feedback", "recovery", "breaker", "conversation", "followup", "intake", "insight", "digest", "checkin",
        "setup", "privacy" })
@NullMarked
package io.touchpoint.bot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
