@NullMarked
package io.touchpoint.feedback;

import org.jspecify.annotations.NullMarked;
