/** How fast requests go through the house (诉求性能). */
@NullMarked
package io.chengyun.acceptance.bench.requests;

import org.jspecify.annotations.NullMarked;
