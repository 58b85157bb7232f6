/** Observations behind a batch's digest (观测批次): what the log holds of them is one digest for all. */
@NullMarked
package io.chengyun.proof.observation;

import org.jspecify.annotations.NullMarked;
