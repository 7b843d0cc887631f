/**
 * The application in a process of its own that is killed on its way, held still or left
 * without its database, with everybody it talks to alive: it must go on where it was.
 */
@NullMarked
package io.touchpoint.kill;

import org.jspecify.annotations.NullMarked;
