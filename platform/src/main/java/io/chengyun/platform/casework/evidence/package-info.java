/** 证据: photographs and voice notes with place and time. In: bytes. Out: ids, SHA-256 of what is kept. Invariant: what is kept is a whole image without anything beside the image, or a sound, of a known type; it never changes. */
@NullMarked
package io.chengyun.platform.casework.evidence;

import org.jspecify.annotations.NullMarked;
