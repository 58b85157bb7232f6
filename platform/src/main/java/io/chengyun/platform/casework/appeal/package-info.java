/** 申诉: a department asks that an overdue case be not counted against it; the raw fact stays. */
@NamedInterface("appeal")
@NullMarked
package io.chengyun.platform.casework.appeal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
