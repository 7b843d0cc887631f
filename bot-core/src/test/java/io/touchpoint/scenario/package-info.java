/**
 * What the product does, played through the sandbox's interface and nothing else: written
 * once, run on every platform.
 */
@NullMarked
package io.touchpoint.scenario;

import org.jspecify.annotations.NullMarked;
