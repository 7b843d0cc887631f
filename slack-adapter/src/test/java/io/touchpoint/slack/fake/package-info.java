/**
 * A faithful, stateful simulator of Slack, written from Slack's documented limits and
 * errors.
 */
@NullMarked
package io.touchpoint.slack.fake;

import org.jspecify.annotations.NullMarked;
