/** How fast the house reads texts (文本测速). */
@NullMarked
package io.chengyun.acceptance.bench.text;

import org.jspecify.annotations.NullMarked;
