/** What is scheduled, and what it calls when time has passed. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.touchpoint.heartbeat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
