@NullMarked
package io.chengyun.platform.demo;

import org.jspecify.annotations.NullMarked;
