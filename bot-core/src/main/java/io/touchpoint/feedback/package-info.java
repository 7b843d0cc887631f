/**
 * What customers answered, counted: responses, rollups, and the figures that follow from
 * them.
 */
@ApplicationModule(allowedDependencies = { "journey", "survey", "heartbeat", "storage" })
@NullMarked
package io.touchpoint.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
