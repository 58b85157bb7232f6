/** That a checkpoint stands in a block of an EVM chain (锚定回执), checked with nothing but the JDK and the block's hash. */
@NullMarked
package io.chengyun.proof.evm;

import org.jspecify.annotations.NullMarked;
