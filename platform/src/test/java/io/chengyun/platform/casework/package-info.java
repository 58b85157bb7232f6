@NullUnmarked
package io.chengyun.platform.casework;

import org.jspecify.annotations.NullUnmarked;
