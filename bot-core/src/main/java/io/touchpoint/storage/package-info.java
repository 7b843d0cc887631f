/**
 * How everything is kept in MongoDB: client settings, conversions, indexes, migrations,
 * and which instances work on it.
 */
@ApplicationModule(allowedDependencies = { "heartbeat" })
@NullMarked
package io.touchpoint.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
