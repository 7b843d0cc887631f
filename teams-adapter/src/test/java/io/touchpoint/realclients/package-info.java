/**
 * The product before Microsoft's own clients: its cards drawn by the library that Teams
 * draws them with, the story in the Agents Playground, the app package judged by its
 * schema.
 */
@NullMarked
package io.touchpoint.realclients;

import org.jspecify.annotations.NullMarked;
