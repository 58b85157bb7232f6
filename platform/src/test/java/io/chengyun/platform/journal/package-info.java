@NullMarked
package io.chengyun.platform.journal;

import org.jspecify.annotations.NullMarked;
