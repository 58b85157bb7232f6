package io.chengyun.platform.intake.triage;

/**
 * A text whose class a person has settled (已分类文本).
 *
 * @param id of the request or case that it comes from
 */
public record Labelled(String id, String text, String label) {}
