/** 督办: somebody above asks what becomes of a case; the case itself does not move. */
@NullMarked
package io.chengyun.platform.casework.supervision;

import org.jspecify.annotations.NullMarked;
