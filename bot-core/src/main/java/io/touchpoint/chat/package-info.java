/**
 * The platform-neutral language: addresses, messages, what people do, and the port
 * through which a platform is spoken to.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.touchpoint.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
