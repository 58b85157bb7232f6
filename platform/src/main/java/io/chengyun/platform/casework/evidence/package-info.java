/** 证据: photographs and voice notes with place and time. In: bytes. Out: ids, SHA-256 of what is kept. Invariant: what is kept is a whole image or sound of a known type, without anything beside it; it never changes. */
@NullMarked
package io.chengyun.platform.casework.evidence;

import org.jspecify.annotations.NullMarked;
