/** Rules that learn from a stream's own past what is usual for it: they know no limits of the city's. */
@NullMarked
package io.chengyun.rules.learning;

import org.jspecify.annotations.NullMarked;
