/** What breaks the core off anywhere, in an order that a seed decides. */
@NullMarked
package io.touchpoint.crash;

import org.jspecify.annotations.NullMarked;
