@NullMarked
package io.chengyun.platform.assessment;

import org.jspecify.annotations.NullMarked;
