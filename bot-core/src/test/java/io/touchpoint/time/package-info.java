/** Clocks that tests move by hand. */
@NullMarked
package io.touchpoint.time;

import org.jspecify.annotations.NullMarked;
