/**
 * Microsoft Teams: what people do there is read and handed to the bot, and what the bot
 * says is put there.
 */
@NullMarked
package io.touchpoint.teams;

import org.jspecify.annotations.NullMarked;
