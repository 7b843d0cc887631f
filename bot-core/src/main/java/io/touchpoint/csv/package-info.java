/**
 * Files of comma-separated values: events of the past, and answers that another tool had
 * asked for, brought in from the command line.
 */
@ApplicationModule(allowedDependencies = { "application", "chat", "workspace", "journey", "survey", "customer",
        "feedback", "followup", "intake", "setup" })
@NullMarked
package io.touchpoint.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
