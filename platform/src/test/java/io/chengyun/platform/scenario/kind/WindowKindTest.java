package io.chengyun.platform.scenario.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.place.ObservedProperties;
import io.chengyun.platform.scenario.RuleDraft;
import io.chengyun.rules.Rule;
import io.chengyun.rules.window.Aggregate;
import io.chengyun.rules.window.Window;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WindowKindTest {

    private static final ObservedProperties PROPERTIES = ObservedProperties.of(Path.of("../districts/minhang"));

    private static Rule rule(String text) {
        return RuleDraft.read("rule.yml", text, PROPERTIES);
    }

    @Test
    void aWindowIsReadWithItsPublishedDefaults() {
        var rule = (Window) rule("""
                        kind: window
                        property: water_level
                        aggregate: quantile
                        q: 0.95
                        window: PT24H
                        grades: [{ grade: YELLOW, atLeast: 4.2 }]
                        """);

        assertThat(rule.aggregate()).isEqualTo(Aggregate.QUANTILE);
        assertThat(rule.q()).isEqualTo(0.95);
        assertThat(rule.share()).isEqualTo(0.75);
        assertThat(rule.window()).isEqualTo(Duration.ofHours(24));
        assertThat(rule.sentence()).isEqualTo("24 小时 95% 分位数值：≥ 4.2 单位 黄色");
    }

    @Test
    void windowSumIsTheSameAsAWindowThatSums() {
        var rest = "property: rainfall\nwindow: PT1H\ngrades: [{ grade: BLUE, over: 35 }]\n";

        assertThat(rule("kind: windowSum\n" + rest))
                .isEqualTo(rule("kind: window\naggregate: sum\nq: 0.5\nshare: 1\n" + rest));
    }

    @Test
    void aWrongWordIsToldWithItsRemedy() {
        var rest = "window: PT1H\ngrades: [{ grade: BLUE, over: 35 }]\n";

        assertThatThrownBy(() -> rule("kind: window\naggregate: average\n" + rest))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.allowed().toString())
                                .contains(
                                        "'average' is no known aggregate; use one of count, sum, mean, min, max, quantile"));
        assertThatThrownBy(() -> rule("kind: window\naggregate: quantile\nq: 95\n" + rest))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.allowed().toString()).contains("must be 0 to 1, such as 0.95"));
    }
}
