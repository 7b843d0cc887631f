@NullMarked
package io.touchpoint.workspace;

import org.jspecify.annotations.NullMarked;
