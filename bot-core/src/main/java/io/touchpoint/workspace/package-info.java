/**
 * The company that uses the bot: its Slack teams and Teams tenants, its admins and its
 * settings.
 */
@ApplicationModule(allowedDependencies = { "chat", "storage" })
@NullMarked
package io.touchpoint.workspace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
