@NullMarked
package io.chengyun.platform.place;

import org.jspecify.annotations.NullMarked;
