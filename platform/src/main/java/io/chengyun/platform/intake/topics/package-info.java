/** 热点话题: what many people ask about at once, and since which day it is hot. */
@NamedInterface("topics")
@NullMarked
package io.chengyun.platform.intake.topics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
