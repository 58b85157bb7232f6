/** EVM 锚定: checkpoints in a chain of the Ethereum kind. Found by the house through {@link java.util.ServiceLoader}; it keeps nothing itself. */
@NullMarked
package io.chengyun.anchor;

import org.jspecify.annotations.NullMarked;
