@NullUnmarked
package io.chengyun.platform.casework.evidence;

import org.jspecify.annotations.NullUnmarked;
