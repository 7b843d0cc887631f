@NullMarked
package io.touchpoint.setup;

import org.jspecify.annotations.NullMarked;
