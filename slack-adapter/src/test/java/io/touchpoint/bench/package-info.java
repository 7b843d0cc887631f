/** What due work costs, beside what others' job libraries take for the same. */
@NullMarked
package io.touchpoint.bench;

import org.jspecify.annotations.NullMarked;
