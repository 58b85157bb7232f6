/** Accounts of what came (对账): received = stored + rejected + waiting for each source, and the rejected rows, kept. */
@NullMarked
package io.chengyun.platform.sensing.account;

import org.jspecify.annotations.NullMarked;
