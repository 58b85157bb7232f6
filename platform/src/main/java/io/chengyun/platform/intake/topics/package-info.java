/** 热点话题: what many people ask about at once, and since which day it is hot. */
@NullMarked
package io.chengyun.platform.intake.topics;

import org.jspecify.annotations.NullMarked;
