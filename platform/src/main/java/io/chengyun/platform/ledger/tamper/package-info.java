/** Tampering (篡改巡查): looks without end whether what stands in tables is what stands in the log. */
@NullMarked
package io.chengyun.platform.ledger.tamper;

import org.jspecify.annotations.NullMarked;
