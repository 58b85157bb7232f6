/** The figures: one JSON line each, beside a reference measured in the same run. */
@NullMarked
package io.chengyun.acceptance.bench;

import org.jspecify.annotations.NullMarked;
