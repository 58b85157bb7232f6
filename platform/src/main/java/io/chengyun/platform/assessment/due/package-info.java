/** What must be asked again by the clock (到期), whether streams or groups of them. */
@NullMarked
package io.chengyun.platform.assessment.due;

import org.jspecify.annotations.NullMarked;
