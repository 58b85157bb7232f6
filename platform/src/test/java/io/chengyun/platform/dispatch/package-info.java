@NullUnmarked
package io.chengyun.platform.dispatch;

import org.jspecify.annotations.NullUnmarked;
