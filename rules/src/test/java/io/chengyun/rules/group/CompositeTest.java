package io.chengyun.rules.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Grade;
import io.chengyun.kernel.Malformed;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompositeTest {

    private final Group town = new Group(Group.BOTH);

    @Test
    void valuesOfSeveralStreamsAreWeighedTogether() {
        town.hear(0, 10, "rainfall", 40);
        town.hear(1, 20, "water_depth", 5);
        town.hear(2, 21, "water_depth", 12);

        assertThat(town.words()).containsExactly("ORANGE");
        assertThat(town.last().finding().reading().sentenceEn()).contains("rainfall = 40, ", "water_depth = 12");
    }

    @Test
    void aStandingSignalCountsUntilItEases() {
        town.hear(0, 10, "rainfall", 40);
        town.hear(0, 20, "water_depth", 0);
        town.hear(1, 30, Report.signal("gust"), 2);
        town.hear(2, 30, Report.signal("gust"), 0);

        assertThat(town.words()).containsExactly("ORANGE", "EASED");
    }

    @Test
    void aStaleValueIsAbsentAndClearsNothing() {
        town.hear(0, 10, "rainfall", 40);
        town.hear(0, 20, "water_depth", 12);
        assertThat(town.dueAt()).isEqualTo(Group.at(30));
        town.until(30);
        assertThat(town.words()).containsExactly("ORANGE", "UNKNOWN");

        town.hear(31, 10, "rainfall", 0);

        assertThat(town.words()).containsExactly("ORANGE", "UNKNOWN", "EASED");
    }

    @Test
    void beforeAnythingStoodWhatIsUnknownIsNotSaid() {
        town.hear(0, 10, "rainfall", 40);

        assertThat(town.said).isEmpty();
    }

    @Test
    void aSignalThatCannotBeKnownIsUnknown() {
        town.hear(0, 10, "rainfall", 40);
        town.hear(0, 20, "water_depth", 0);
        town.hear(1, 30, Report.signal("gust"), 2);
        town.hear(2, 30, Report.signal("gust"), Double.NaN);

        assertThat(town.words()).containsExactly("ORANGE", "UNKNOWN");
    }

    @Test
    void whatIsRememberedUnderOtherTopicsCountsAsNone() {
        town.hear(0, 10, "rainfall", 40);
        var other = new Group(
                Composite.of(Group.RAIN, "water_depth > 1", Set.of("water_depth"), Duration.ofHours(1), Grade.BLUE));
        other.recall(town.remembered());

        assertThat(other.remembered()).hasSize(4);
    }

    @Test
    void aConditionOverAnUnknownNameIsMalformed() {
        assertThatThrownBy(
                        () -> Composite.of(Group.RAIN, "wind > 1", Set.of("rainfall"), Duration.ofHours(1), Grade.BLUE))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("rainfall_age");
    }
}
