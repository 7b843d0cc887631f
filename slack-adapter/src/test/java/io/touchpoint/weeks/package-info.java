/** Four weeks of a company's life, played from outside. */
@NullMarked
package io.touchpoint.weeks;

import org.jspecify.annotations.NullMarked;
