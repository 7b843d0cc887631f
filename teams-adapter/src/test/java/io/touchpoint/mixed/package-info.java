/** One company that uses the bot in Slack and in Teams at once. */
@NullMarked
package io.touchpoint.mixed;

import org.jspecify.annotations.NullMarked;
