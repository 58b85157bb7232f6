@NullMarked
package io.chengyun.platform.postgres;

import org.jspecify.annotations.NullMarked;
