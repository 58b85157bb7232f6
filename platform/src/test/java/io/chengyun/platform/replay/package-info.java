@NullMarked
package io.chengyun.platform.replay;

import org.jspecify.annotations.NullMarked;
