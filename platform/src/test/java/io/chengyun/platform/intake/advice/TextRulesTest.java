package io.chengyun.platform.intake.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.scenario.CaseClass;
import io.chengyun.platform.scenario.CaseClass.Offer;
import io.chengyun.platform.scenario.CasePolicy.StageLimits;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextRulesTest {

    private static final StageLimits STAGES = new StageLimits(
            Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1));

    private static final List<CaseClass> CLASSES = List.of(
            caseClass("0506", "道路积水", "积水", "水淹", "puddle"),
            caseClass("0503", "排水管道堵塞", "堵塞", "下水道"),
            caseClass("P0101", "上水井盖", "井盖"),
            caseClass("P0102", "污水井盖", "井盖", "污水井"));

    private static CaseClass caseClass(String code, String name, String... keywords) {
        return new CaseClass(code, name, name, List.of(), STAGES, new Offer(true, null, List.of(keywords)));
    }

    private static String named(String text) {
        return TextRules.named(text, CLASSES).orElse("");
    }

    @Test
    void theClassThatIsNamedMostIsProposed() {
        assertThat(named("门口道路积水很深")).isEqualTo("0506");
        assertThat(named("下水道堵塞，门口有积水")).isEqualTo("0503");
        assertThat(named("A big PUDDLE here")).isEqualTo("0506");
    }

    @Test
    void betweenTwoAlikeAPersonDecides() {
        assertThat(named("井盖不见了")).isEmpty();
        assertThat(named("污水井盖不见了")).isEqualTo("P0102");
    }

    @Test
    void textsThatNameNothingAreForAPerson() {
        for (var text : List.of("", "  ", "😀😀😀", "？？", "请尽快处理")) {
            assertThat(named(text)).as(text).isEmpty();
        }
    }

    @Test
    void urgentWordsAreFoundUnlessTheyAreDenied() {
        var urgent = List.of("受伤", "着火", "没有井盖");

        assertThat(TextRules.urgency("有人受伤了", urgent).words()).containsExactly("受伤");
        assertThat(TextRules.urgency("没有人受伤", urgent).urgent()).isFalse();
        assertThat(TextRules.urgency("昨天无人受伤，今天又有一位老人受伤", urgent).urgent()).isTrue();
        assertThat(TextRules.urgency("路上没有井盖", urgent).words()).containsExactly("没有井盖");
        assertThat(TextRules.urgency("", urgent).urgent()).isFalse();
    }
}
