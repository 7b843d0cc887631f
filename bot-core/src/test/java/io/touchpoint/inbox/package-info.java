@NullMarked
package io.touchpoint.inbox;

import org.jspecify.annotations.NullMarked;
