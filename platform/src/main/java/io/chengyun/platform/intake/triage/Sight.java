package io.chengyun.platform.intake.triage;

/**
 * A text as a head sees it (文本特征): numbers at places, all other places zero.
 *
 * @param places each once
 */
record Sight(int[] places, float[] values) {}
