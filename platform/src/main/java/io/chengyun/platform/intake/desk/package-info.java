/** 坐席受理: what the hotline's desk needs while somebody speaks. */
@NullMarked
package io.chengyun.platform.intake.desk;

import org.jspecify.annotations.NullMarked;
