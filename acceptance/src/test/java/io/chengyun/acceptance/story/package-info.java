/** Stories over HTTP, told on a time line. */
@NullMarked
package io.chengyun.acceptance.story;

import org.jspecify.annotations.NullMarked;
