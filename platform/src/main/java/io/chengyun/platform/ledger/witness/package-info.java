/** Witnesses of the log (见证方), as its own house sees them: asked for each checkpoint, and missed when they do not sign. */
@NullMarked
package io.chengyun.platform.ledger.witness;

import org.jspecify.annotations.NullMarked;
