/** What the figures say: pain points, bright spots, change, and how sure we are. */
@ApplicationModule(allowedDependencies = { "journey", "feedback" })
@NullMarked
package io.touchpoint.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
