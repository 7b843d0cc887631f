/** What the product asks of its database, the same on every server. */
@NullMarked
package io.touchpoint.contract;

import org.jspecify.annotations.NullMarked;
