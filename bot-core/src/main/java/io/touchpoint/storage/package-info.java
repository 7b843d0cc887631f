/**
 * How everything is kept in MongoDB: client settings, conversions, indexes, migrations.
 */
@ApplicationModule(allowedDependencies = { "heartbeat" })
@NullMarked
package io.touchpoint.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
