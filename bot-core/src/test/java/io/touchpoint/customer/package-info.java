@NullMarked
package io.touchpoint.customer;

import org.jspecify.annotations.NullMarked;
