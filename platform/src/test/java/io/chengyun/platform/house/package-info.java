/** The house rules: what every file of the repository keeps to, proven on each build. */
@NullMarked
package io.chengyun.platform.house;

import org.jspecify.annotations.NullMarked;
