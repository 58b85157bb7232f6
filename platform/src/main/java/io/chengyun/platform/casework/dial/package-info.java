/** 时钟盘面: a case's two clocks laid out against the working calendar. In: the case and its history. Out: sessions, pauses and their reasons. Invariant: it only shows; no deadline is reckoned here. */
@NullMarked
package io.chengyun.platform.casework.dial;

import org.jspecify.annotations.NullMarked;
