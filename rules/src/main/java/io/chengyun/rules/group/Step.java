package io.chengyun.rules.group;

import io.chengyun.rules.Comparison;

/**
 * One step of a sequence (步骤): a topic's value beyond a limit.
 *
 * @param text as a person reads it, such as "雨强 ≥ 35 毫米"
 */
public record Step(String topic, Comparison beyond, double limit, String text, String textEn) {

    boolean isMetBy(Report report) {
        return report.topic().equals(topic) && beyond.holds(report.value(), limit);
    }
}
