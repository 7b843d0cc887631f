/**
 * A faithful, stateful simulator of Microsoft Teams for bots: the Bot Connector service,
 * Entra's token endpoint, and people in front of cards, written from the platform's
 * documented limits and errors.
 */
@NullMarked
package io.touchpoint.teams.fake;

import org.jspecify.annotations.NullMarked;
