@NullMarked
package io.chengyun.platform.sensing.notation;

import org.jspecify.annotations.NullMarked;
