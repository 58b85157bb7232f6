package io.chengyun.platform.intake.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.intake.duplicates.Duplicate.Kind;
import io.chengyun.platform.intake.duplicates.DuplicateRules.Matter;
import io.chengyun.platform.intake.duplicates.DuplicateRules.Weighed;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The district's own numbers decide; on plain values. */
class DuplicateRulesTest {

    static final Path MINHANG = Path.of("../districts/minhang");
    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");
    private static final double LON = 121.41;
    private static final double LAT = 31.08;
    private static final double DEGREES_A_METRE = 1 / 111_195.0;

    private final DuplicateRules rules = DuplicatePolicies.ofDistrict(MINHANG)
            .on(LocalDate.parse("2026-11-23"))
            .orElseThrow();

    private static Trace at(@Nullable String code, String service, double metres) {
        return new Trace("R1", service, code, LON, LAT + metres * DEGREES_A_METRE, true, NINE, "");
    }

    private static Trace vague(@Nullable String code) {
        return new Trace("R1", "0101", code, LON, LAT, false, NINE, "");
    }

    private static Matter asked(Trace trace, int times, Duration ago) {
        return new Matter(trace, "c-1", times, ago);
    }

    private double score(Trace one, Trace other, Duration ago) {
        return rules.weigh(one, asked(other, 1, ago)).map(Weighed::score).orElse(0.0);
    }

    @Test
    void theSameDoorOfTheSameClassADayLaterIsMerged() {
        var here = at("沪闵路100号", "0101", 0);
        var weighed = rules.weigh(here, asked(here, 1, Duration.ofDays(1))).orElseThrow();
        var duplicate = rules.duplicate(here, asked(here, 2, Duration.ofDays(1)), weighed);

        assertThat(duplicate.merges()).isTrue();
        assertThat(duplicate.reasons())
                .extracting(Duplicate.Reason::kind)
                .containsExactly(Kind.SAME_ADDRESS, Kind.SAME_CLASS, Kind.HOURS_SINCE, Kind.ASKED_BEFORE);
        assertThat(duplicate.why()).isEqualTo("同一地址，同一小类，24小时内提过，已有1人次");
    }

    @Test
    void oneHundredIsNotNineHundred() {
        assertThat(score(at("沪闵路100号", "0101", 0), at("沪闵路900号", "0101", 1_200), Duration.ofHours(1)))
                .isZero();
        // both found no farther down than to the road, so their points are the same and say nothing
        assertThat(score(vague("沪闵路100号"), vague("沪闵路900号"), Duration.ofHours(1)))
                .isZero();
    }

    @Test
    void neighbouringDoorsAreShownAndNeverMergedHoweverAlikeTheWords() {
        var here = at("沪闵路100号", "0101", 0);
        var nextDoor = asked(at("沪闵路102号", "0101", 20), 30, Duration.ofHours(30));
        var alike = rules.withMeaning(rules.weigh(here, nextDoor).orElseThrow(), 1);

        assertThat(alike.score()).isGreaterThan(0.75);
        assertThat(rules.duplicate(here, nextDoor, alike).merges()).isFalse();
    }

    @Test
    void aPointAloneNeedsLikeWords() {
        var weighed = rules.weigh(at(null, "0101", 0), asked(at(null, "0101", 40), 1, Duration.ofDays(1)))
                .orElseThrow();

        assertThat(weighed.score()).isBetween(0.1, 0.75);
        assertThat(rules.withMeaning(weighed, 0.8).score()).isGreaterThan(0.75);
        assertThat(rules.withMeaning(weighed, 0.36).score()).isLessThan(0.1);
    }

    @Test
    void afterTheWindowItIsAnew() {
        var here = at("沪闵路100号", "0101", 0);

        assertThat(score(here, here, Duration.ofDays(4))).isLessThan(0.1);
        assertThat(score(here, here, Duration.ofDays(8))).isZero();
    }

    @Test
    void aClassMayHaveAWindowOfItsOwn() {
        var flood = at("沪闵路100号", "0506", 0);

        assertThat(score(flood, flood, Duration.ofHours(5))).isGreaterThan(0.75);
        assertThat(score(flood, flood, Duration.ofDays(1))).isLessThan(0.1);
    }

    @Test
    void anotherMajorClassIsAnotherMatterAndAKindredOneIsOnlyShown() {
        var litter = at("沪闵路100号", "0101", 0);

        assertThat(score(litter, at("沪闵路100号", "0506", 0), Duration.ofDays(1))).isZero();
        assertThat(score(litter, at("沪闵路100号", "P0101", 0), Duration.ofDays(1))).isZero();
        assertThat(score(litter, at("沪闵路100号", "0102", 0), Duration.ofHours(1))).isBetween(0.1, 0.75);
    }

    @Test
    void aDoorThatIsNotKnownToTheMetreIsStillTheSameDoor() {
        assertThat(score(vague("万源路1号"), vague("万源路1号"), Duration.ofDays(1))).isGreaterThan(0.75);
        assertThat(score(vague(null), vague(null), Duration.ofDays(1))).isZero();
    }

    @Property
    void fartherAwayIsNeverLikelier(
            @ForAll @DoubleRange(min = 0, max = 400) double metres,
            @ForAll @DoubleRange(min = 0, max = 400) double more,
            @ForAll @IntRange(min = 0, max = 200) int hours) {
        var ago = Duration.ofHours(hours);
        double near = score(at(null, "0101", 0), at(null, "0101", metres), ago);
        double far = score(at(null, "0101", 0), at(null, "0101", metres + more), ago);

        assertThat(far).isLessThanOrEqualTo(near + 1e-9);
    }

    @Property
    void moreWhoAskedNeverMakeItLessLikely(
            @ForAll @IntRange(min = 1, max = 50) int times, @ForAll @IntRange(min = 0, max = 200) int hours) {
        var here = at("沪闵路100号", "0101", 0);
        var ago = Duration.ofHours(hours);
        var one = rules.weigh(here, asked(here, times, ago)).map(Weighed::logOdds);
        var more = rules.weigh(here, asked(here, times + 1, ago)).map(Weighed::logOdds);

        assertThat(more.isPresent()).isEqualTo(one.isPresent());
        one.ifPresent(odds -> assertThat(more.orElseThrow()).isGreaterThanOrEqualTo(odds));
    }

    @Property
    void aScoreIsALikelihood(
            @ForAll @DoubleRange(min = -1, max = 1) double likeness,
            @ForAll @IntRange(min = 1, max = 9_999) int times,
            @ForAll @IntRange(min = 0, max = 150) int hours) {
        var here = at("沪闵路100号", "0101", 0);
        var weighed =
                rules.weigh(here, asked(here, times, Duration.ofHours(hours))).orElseThrow();

        assertThat(rules.withMeaning(weighed, likeness).score()).isBetween(0.0, 1.0);
    }
}
