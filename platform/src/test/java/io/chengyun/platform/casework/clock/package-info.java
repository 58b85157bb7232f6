@NullUnmarked
package io.chengyun.platform.casework.clock;

import org.jspecify.annotations.NullUnmarked;
