@NullMarked
package io.touchpoint.team;

import org.jspecify.annotations.NullMarked;
