package io.chengyun.platform.intake.advice;

import java.time.Instant;

/**
 * Of which class a case is after all (定类结果).
 *
 * @param closed whether it was closed as that; else it was only filed
 */
public record Lesson(String caseId, String caseClass, boolean closed, Instant at) {}
