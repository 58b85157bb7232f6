/** 验收: the house judged from outside, by what it answers and what it leaves behind. */
@NullMarked
package io.chengyun.acceptance;

import org.jspecify.annotations.NullMarked;
