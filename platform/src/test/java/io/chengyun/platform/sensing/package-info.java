@NullMarked
package io.chengyun.platform.sensing;

import org.jspecify.annotations.NullMarked;
