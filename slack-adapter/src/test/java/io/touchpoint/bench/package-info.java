/**
 * What due work, presses and campaigns cost, beside what others' libraries take for the
 * same.
 */
@NullMarked
package io.touchpoint.bench;

import org.jspecify.annotations.NullMarked;
