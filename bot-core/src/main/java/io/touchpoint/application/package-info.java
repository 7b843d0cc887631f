/**
 * What both applications are as programs: what must be set before they start, and what
 * they answer where no door is.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.touchpoint.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
