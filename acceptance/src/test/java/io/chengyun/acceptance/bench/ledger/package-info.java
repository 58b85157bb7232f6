/** Figures of the ledger (存证指标), each beside what SHA-256 alone does on the same machine. */
@NullMarked
package io.chengyun.acceptance.bench.ledger;

import org.jspecify.annotations.NullMarked;
