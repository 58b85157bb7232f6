/**
 * 门面: problem answers and the JSON of value types. Hears nothing, tells nothing. Invariant: whatever goes wrong is
 * answered as one problem (RFC 9457) with a stable code and advice, and logged once if it is the house's fault.
 */
@ApplicationModule(
        displayName = "Web 门面",
        allowedDependencies = {})
@NullMarked
package io.chengyun.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
