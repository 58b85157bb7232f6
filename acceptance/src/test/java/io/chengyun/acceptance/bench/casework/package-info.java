/** How fast cases are worked on, found and woken (案件测速). */
@NullMarked
package io.chengyun.acceptance.bench.casework;

import org.jspecify.annotations.NullMarked;
