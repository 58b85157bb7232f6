/** Rules over a window of time that slides with the newest sample. */
@NullMarked
package io.chengyun.rules.window;

import org.jspecify.annotations.NullMarked;
