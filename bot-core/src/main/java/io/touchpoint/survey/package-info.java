/**
 * What is asked at a touchpoint: scales with their direction, questions, reasons, and
 * their words in each locale.
 */
@ApplicationModule(allowedDependencies = { "journey", "storage" })
@NullMarked
package io.touchpoint.survey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
