@NullMarked
package io.chengyun.platform.sensing.sensorthings;

import org.jspecify.annotations.NullMarked;
