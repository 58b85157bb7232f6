@NullMarked
package io.chengyun.rules;

import org.jspecify.annotations.NullMarked;
