package io.chengyun.rules.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import io.chengyun.rules.condition.Condition.Answer;
import io.chengyun.rules.condition.Condition.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConditionTest {

    private static final Map<String, Kind> NAMES =
            Map.of("rainfall", Kind.NUMBER, "depth", Kind.NUMBER, "signal_rain_1h", Kind.WHOLE, "town", Kind.TEXT);

    private static Answer weigh(String text, Map<String, Object> values) {
        return Condition.of(text, NAMES).weigh(values::get);
    }

    @Test
    void valuesAreHeldAgainstWholeNumbersAndFractions() {
        assertThat(weigh("rainfall > 35", Map.of("rainfall", 35.1))).isEqualTo(Answer.YES);
        assertThat(weigh("rainfall > 35.5", Map.of("rainfall", 35.1))).isEqualTo(Answer.NO);
        assertThat(weigh("signal_rain_1h >= 2 && town == '莘庄'", Map.of("signal_rain_1h", 2L, "town", "莘庄")))
                .isEqualTo(Answer.YES);
    }

    @Test
    void anAbsentValueMakesTheAnswerUnknownUnlessTheRestDecides() {
        assertThat(weigh("rainfall > 35", Map.of())).isEqualTo(Answer.UNKNOWN);
        assertThat(weigh("!(rainfall > 35)", Map.of())).isEqualTo(Answer.UNKNOWN);
        assertThat(weigh("rainfall > 35 && depth > 0", Map.of("depth", 1.0))).isEqualTo(Answer.UNKNOWN);
        assertThat(weigh("rainfall > 35 && depth > 0", Map.of("depth", 0.0))).isEqualTo(Answer.NO);
        assertThat(weigh("rainfall > 35 || depth > 0", Map.of("depth", 1.0))).isEqualTo(Answer.YES);
    }

    @Test
    void whatCannotBeReckonedIsUnknown() {
        assertThat(weigh("signal_rain_1h / 0 > 1", Map.of("signal_rain_1h", 1L)))
                .isEqualTo(Answer.UNKNOWN);
    }

    private static void isRefused(String text, String... says) {
        assertThatThrownBy(() -> Condition.of(text, NAMES)).isInstanceOfSatisfying(Malformed.class, malformed -> {
            assertThat(malformed.field()).isEqualTo("condition");
            assertThat(malformed.getMessage()).contains(says).hasSizeLessThan(1_000);
        });
    }

    @Test
    void anUnknownNameIsToldWithItsPositionAndTheKnownNames() {
        isRefused("rainfall > 1 && rain > 2", "1:17", "rain", "known here are depth, rainfall");
    }

    @Test
    void aWrongTypeAndAnAnswerThatIsNotYesOrNoAreRefused() {
        isRefused("town > 35", "1:6");
        isRefused("rainfall + 1.0", "bool");
        isRefused("", "1:");
        isRefused("rainfall >", "1:");
    }

    @Test
    void nothingInItRepeats() {
        isRefused("[1, 2].all(x, [1, 2].all(y, x > y))", "1:");
    }

    @Test
    void tooDeepAndTooLongTextsAreRefusedQuickly() {
        isRefused("(".repeat(10_000) + "true" + ")".repeat(10_000), "at most 2000");
        isRefused("(".repeat(900) + "true" + ")".repeat(900), "recursion");
        isRefused("rainfall > 1 || ".repeat(1_000_000) + "true", "at most 2000");
    }
}
