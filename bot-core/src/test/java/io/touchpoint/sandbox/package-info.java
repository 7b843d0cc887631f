/**
 * The sandbox: the real application on a simulated chat platform and a clock that is
 * moved by hand, with an HTTP interface and a page. Nothing here knows a platform.
 */
@NullMarked
package io.touchpoint.sandbox;

import org.jspecify.annotations.NullMarked;
