/** Weeks of a company's life, played through the sandbox's interface and read back. */
@NullMarked
package io.touchpoint.weeks;

import org.jspecify.annotations.NullMarked;
