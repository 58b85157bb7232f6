@NullUnmarked
package io.chengyun.platform.evaluation;

import org.jspecify.annotations.NullUnmarked;
