package io.chengyun.platform.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.place.ObservedProperties;
import io.chengyun.platform.scenario.Scenarios;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RuleBookTest {

    private final RuleBook book = new RuleBook(
            Scenarios.of(Path.of("..", "scenarios"), ObservedProperties.of(Path.of("..", "districts", "minhang"))));

    @Test
    void theRulesAreShownWithVersionLimitsAndSentence() {
        var flood = book.list().stream().filter(rule -> rule.scenario().equals("flood"));
        assertThat(flood.map(RuleCard::of)).hasSize(9).first().satisfies(card -> {
            assertThat(card.id()).isEqualTo("rain-1h");
            assertThat(card.version()).isEqualTo(1);
            assertThat(card.limits()).hasSize(4);
            assertThat(card.says().sentence()).startsWith("1 小时累计雨量：> 35 毫米 蓝色");
            assertThat(card.says().sentenceEn()).startsWith("Rainfall in 1 h: > 35 mm blue");
        });
    }

    @Test
    void rulesOverSeveralStreamsAreShownWithWhatTheirStreamsShare() {
        assertThat(book.listGroups())
                .anySatisfy(card -> {
                    assertThat(card.id()).isEqualTo("river-many");
                    assertThat(card.over()).isEqualTo("town");
                    assertThat(card.danger()).isEqualTo("river-network");
                    assertThat(card.sentenceEn()).startsWith("Water level of at least 3 streams within 30 min");
                })
                .anySatisfy(card -> {
                    assertThat(card.id()).isEqualTo("temperature-drift");
                    assertThat(card.over()).isEqualTo("radius 5000 m");
                    assertThat(card.flag()).isEqualTo("drift");
                });
    }

    @Test
    void aStreamGetsTheRulesOfItsPropertyForItsOwnInterval() {
        assertThat(book.rulesFor("rainfall", Duration.ofMinutes(5)))
                .extracting(rule -> rule.spec().id())
                .containsExactly("rain-stuck", "rain-1h", "rain-6h", "rain-silent");
        assertThat(book.rulesFor("battery", Duration.ofHours(1))).isEmpty();
    }

    @Test
    void aRuleThatCannotJudgeAStreamIsLeftOut() {
        assertThat(book.rulesFor("rainfall", Duration.ofHours(3)))
                .extracting(rule -> rule.spec().id())
                .containsExactly("rain-stuck", "rain-6h", "rain-silent");
    }
}
