/** Tampering (篡改巡查): looks without end whether what stands in tables is what stands in the log. */
@NamedInterface("tamper")
@NullMarked
package io.chengyun.platform.ledger.tamper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
