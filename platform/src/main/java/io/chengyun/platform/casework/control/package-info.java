/** 管控区域: places and times in which given classes are allowed and therefore not reported. */
@NullMarked
package io.chengyun.platform.casework.control;

import org.jspecify.annotations.NullMarked;
