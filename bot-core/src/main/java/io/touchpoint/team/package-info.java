/**
 * The people who can fix what hurts: teams, members, reporting lines, working hours,
 * channels.
 */
@ApplicationModule(allowedDependencies = { "chat", "workspace", "journey", "storage" })
@NullMarked
package io.touchpoint.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
