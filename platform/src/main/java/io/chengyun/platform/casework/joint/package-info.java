/** 联合处置: several organisations handling one case together. */
@NullMarked
package io.chengyun.platform.casework.joint;

import org.jspecify.annotations.NullMarked;
