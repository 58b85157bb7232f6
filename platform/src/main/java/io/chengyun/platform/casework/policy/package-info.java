/** 时限政策: a change of limits reaches the cases that are open. */
@NullMarked
package io.chengyun.platform.casework.policy;

import org.jspecify.annotations.NullMarked;
