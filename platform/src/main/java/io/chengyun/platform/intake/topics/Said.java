package io.chengyun.platform.intake.topics;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said, and on which day (一条诉求).
 *
 * @param place where it is, in words or as a town's code; null where nobody said
 */
record Said(String id, String text, LocalDate on, @Nullable String place) {}
