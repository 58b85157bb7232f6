/** 班次: who of the staff is on duty where and when. In: a district package. Out: {@code OnDuty}. Invariant: nobody is on two shifts at a time. */
@NamedInterface("shift")
@NullMarked
package io.chengyun.platform.access.shift;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
