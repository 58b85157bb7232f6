/** Whole logs (审计): recomputed from their tiles, or copied while they are checked. */
@NullMarked
package io.chengyun.proof.audit;

import org.jspecify.annotations.NullMarked;
