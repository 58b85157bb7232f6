@NullMarked
package io.chengyun.platform.scenario;

import org.jspecify.annotations.NullMarked;
