@NullMarked
package io.touchpoint.bot;

import org.jspecify.annotations.NullMarked;
