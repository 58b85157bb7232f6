/** 语音: sounds taken apart. In: bytes as phones record them. Out: {@link Voice}. Invariant: what comes out is a whole sound of a known type, without tags, names or dates beside it. */
@NullMarked
package io.chengyun.platform.casework.evidence.voice;

import org.jspecify.annotations.NullMarked;
