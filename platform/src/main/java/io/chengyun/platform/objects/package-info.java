/** 对象存储: files by their digest, in a folder or in an S3-compatible store. Hears nothing, tells nothing. Invariant: a file is put whole or not at all, and what the store says no to names the setting to look at. */
@ApplicationModule(
        displayName = "Objects 对象存储",
        allowedDependencies = {})
@NullMarked
package io.chengyun.platform.objects;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
