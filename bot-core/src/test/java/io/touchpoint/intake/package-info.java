@NullMarked
package io.touchpoint.intake;

import org.jspecify.annotations.NullMarked;
