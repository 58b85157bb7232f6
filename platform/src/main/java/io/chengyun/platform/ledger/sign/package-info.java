/** Signatures of organisations (机构签名): who acted is in the leaf, and the organisation's key vouches for it. */
@NullMarked
package io.chengyun.platform.ledger.sign;

import org.jspecify.annotations.NullMarked;
