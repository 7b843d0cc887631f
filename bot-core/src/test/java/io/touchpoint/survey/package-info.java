@NullMarked
package io.touchpoint.survey;

import org.jspecify.annotations.NullMarked;
