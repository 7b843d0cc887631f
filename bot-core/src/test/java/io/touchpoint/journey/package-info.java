@NullMarked
package io.touchpoint.journey;

import org.jspecify.annotations.NullMarked;
