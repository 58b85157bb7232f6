/** 锚定: a published checkpoint, now and then, in a chain that is not this house's. The chain itself is behind {@link io.chengyun.platform.ledger.anchor.Anchor}. */
@NullMarked
package io.chengyun.platform.ledger.anchor;

import org.jspecify.annotations.NullMarked;
