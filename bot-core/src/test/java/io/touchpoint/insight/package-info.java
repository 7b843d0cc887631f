@NullMarked
package io.touchpoint.insight;

import org.jspecify.annotations.NullMarked;
