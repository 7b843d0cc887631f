@NullMarked
package io.touchpoint.digest;

import org.jspecify.annotations.NullMarked;
