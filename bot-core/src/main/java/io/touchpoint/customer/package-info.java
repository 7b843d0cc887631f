/**
 * The people who are asked: who they are, how they are reached, what they have been
 * asked, and whether they want to be.
 */
@ApplicationModule(allowedDependencies = { "chat", "workspace", "storage" })
@NullMarked
package io.touchpoint.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
