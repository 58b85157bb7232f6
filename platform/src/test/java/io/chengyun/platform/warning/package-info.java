@NullMarked
package io.chengyun.platform.warning;

import org.jspecify.annotations.NullMarked;
