/** A year of a company's customers, and what must hold of it whatever happened. */
@NullMarked
package io.touchpoint.year;

import org.jspecify.annotations.NullMarked;
