/** Witnesses (见证方): they sign a checkpoint when it extends the one they signed before (C2SP tlog-witness). */
@NullMarked
package io.chengyun.proof.witness;

import org.jspecify.annotations.NullMarked;
