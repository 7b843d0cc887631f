/** What must not be shown: redaction of personal data in customers' words. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.touchpoint.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
