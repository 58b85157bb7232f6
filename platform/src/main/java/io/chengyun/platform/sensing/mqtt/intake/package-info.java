/**
 * How messages become rows (收件): read by topic and payload, gathered by source while the writer is busy, and answered
 * after the commit, whoever brought them.
 */
@NullMarked
package io.chengyun.platform.sensing.mqtt.intake;

import org.jspecify.annotations.NullMarked;
