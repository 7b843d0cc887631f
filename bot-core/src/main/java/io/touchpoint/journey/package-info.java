/**
 * The customer journey: stages, touchpoints in their order, and the versions of the map.
 */
@ApplicationModule(allowedDependencies = { "workspace", "storage" })
@NullMarked
package io.touchpoint.journey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
