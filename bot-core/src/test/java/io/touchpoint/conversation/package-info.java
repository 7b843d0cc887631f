/** Tests of conversations. */
@NullMarked
package io.touchpoint.conversation;

import org.jspecify.annotations.NullMarked;
