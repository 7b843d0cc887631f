/** A browser for tests of what people see. */
@NullMarked
package io.touchpoint.browser;

import org.jspecify.annotations.NullMarked;
