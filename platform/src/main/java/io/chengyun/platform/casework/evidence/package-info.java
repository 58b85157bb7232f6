/** 证据: photographs with place and time. In: bytes. Out: ids, SHA-256 of the bytes. Invariant: what is kept is a whole image of a known type, and never changes. */
@NullMarked
package io.chengyun.platform.casework.evidence;

import org.jspecify.annotations.NullMarked;
