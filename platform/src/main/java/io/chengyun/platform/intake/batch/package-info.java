/** 批量诉求: batches of another system, such as the hotline's, as tables; a row a request. */
@NullMarked
package io.chengyun.platform.intake.batch;

import org.jspecify.annotations.NullMarked;
