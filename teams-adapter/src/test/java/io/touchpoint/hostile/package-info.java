/**
 * What strangers may send to every door of the application, and that nothing comes of it.
 */
@NullMarked
package io.touchpoint.hostile;

import org.jspecify.annotations.NullMarked;
