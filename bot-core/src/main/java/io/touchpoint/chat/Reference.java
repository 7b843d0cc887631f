package io.touchpoint.chat;

/**
 * A message that stands on a platform: what is needed to change it or to answer in its
 * thread.
 *
 * @param place the platform's id of the place where it stands; for a direct chat that is
 * not the person's id
 * @param message the platform's id of the message there
 */
public record Reference(String place, String message) {
}
