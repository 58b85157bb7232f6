/** What a textbook would do (参照方法), to hold our detectors against. */
@NullMarked
package io.chengyun.acceptance.judge.plain;

import org.jspecify.annotations.NullMarked;
