/** 包文件: files of a district package. In: YAML, CSV. Out: records. Invariant: what is not known, missing or wrong is refused with the file's name; nothing is guessed. */
@ApplicationModule(displayName = "Content 包文件", allowedDependencies = "table")
@NullMarked
package io.chengyun.platform.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
