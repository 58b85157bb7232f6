/**
 * Proofs (存证验证): the tree of a transparency log, its tiles, checkpoints, signatures and proofs, as RFC 6962 and C2SP write
 * them. On nothing but the JDK, so that a stranger can check a city with one jar.
 */
@NullMarked
package io.chengyun.proof;

import org.jspecify.annotations.NullMarked;
