/** Files that are brought in. */
@org.jspecify.annotations.NullMarked
package io.touchpoint.csv;
