package io.chengyun.platform.scenario.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.place.ObservedProperties;
import io.chengyun.platform.scenario.RuleDraft;
import io.chengyun.rules.learning.Baseline;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class BaselineKindTest {

    private static final ObservedProperties PROPERTIES = ObservedProperties.of(Path.of("../districts/minhang"));

    @Test
    void aBaselineRunsWithItsPublishedDefaults() {
        var rule = (Baseline) RuleDraft.read("rule.yml", "kind: baseline", PROPERTIES);

        assertThat(rule.weeks()).isEqualTo(2);
        assertThat(rule.memory()).isEqualTo(8);
        assertThat(rule.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    }

    @Test
    void anUnknownZoneIsToldWithItsRemedy() {
        assertThatThrownBy(() -> RuleDraft.read("rule.yml", "kind: baseline\nzone: Shanghai", PROPERTIES))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.allowed().toString())
                                .contains("'Shanghai' is no known time zone; write one such as Asia/Shanghai"));
    }
}
