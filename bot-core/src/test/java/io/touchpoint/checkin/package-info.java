@NullMarked
package io.touchpoint.checkin;

import org.jspecify.annotations.NullMarked;
