/** 二维码: a text as a picture that a phone reads. Hears nothing, tells nothing. Invariant: what does not fit is said, never cut. */
@ApplicationModule(
        displayName = "QR 二维码",
        allowedDependencies = {})
@NullMarked
package io.chengyun.platform.qr;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
