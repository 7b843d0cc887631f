@NullMarked
package io.touchpoint.followup;

import org.jspecify.annotations.NullMarked;
