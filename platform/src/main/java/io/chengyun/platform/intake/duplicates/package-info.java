/** 重复诉求: which open requests a new one repeats, how likely, and why. A person decides, but for those above a floor. */
@NamedInterface("duplicates")
@NullMarked
package io.chengyun.platform.intake.duplicates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
