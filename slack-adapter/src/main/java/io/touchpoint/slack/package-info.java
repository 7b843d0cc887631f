/** Slack: ingress, reading, rendering, messenger, directory. */
@NullMarked
package io.touchpoint.slack;

import org.jspecify.annotations.NullMarked;
