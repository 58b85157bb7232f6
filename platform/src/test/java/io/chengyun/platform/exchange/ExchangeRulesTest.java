package io.chengyun.platform.exchange;

import static io.chengyun.platform.exchange.DataGrade.CORE;
import static io.chengyun.platform.exchange.DataGrade.GENERAL;
import static io.chengyun.platform.exchange.DataGrade.IMPORTANT;
import static io.chengyun.platform.exchange.Samples.DAY;
import static io.chengyun.platform.exchange.Samples.person;
import static io.chengyun.platform.exchange.Samples.set;
import static io.chengyun.platform.exchange.Samples.share;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Role;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is given what of a data set. */
class ExchangeRulesTest {

    private static DataGrade ceiling(Sharing sharing, String organisation, String purpose, Share... shares) {
        return ExchangeRules.ceiling(set(sharing), List.of(shares), organisation, purpose, DAY);
    }

    private static void isRefused(ExchangeRefusal why, Runnable asked) {
        assertThatThrownBy(asked::run)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(why));
    }

    @Test
    void itsOwnerIsGivenAllOfIt() {
        for (var sharing : Sharing.values()) {
            assertThat(ceiling(sharing, "D-FIRE", "operation")).isEqualTo(CORE);
        }
    }

    @Test
    void aShareGivesItsGradeForItsPurposeUntilItsLastDay() {
        var share = share("D-WATER", "emergency", IMPORTANT, DAY);
        assertThat(ceiling(Sharing.CONDITIONAL, "D-WATER", "emergency", share)).isEqualTo(IMPORTANT);
        isRefused(ExchangeRefusal.NOT_SHARED, () -> ceiling(Sharing.CONDITIONAL, "D-WATER", "planning", share));
        isRefused(ExchangeRefusal.NOT_SHARED, () -> ceiling(Sharing.CONDITIONAL, "D-ROADS", "emergency", share));
        var ended = share("D-WATER", "emergency", IMPORTANT, DAY.minusDays(1));
        isRefused(ExchangeRefusal.EXPIRED, () -> ceiling(Sharing.CONDITIONAL, "D-WATER", "emergency", ended));
        isRefused(
                ExchangeRefusal.NOT_SHARED,
                () -> ceiling(Sharing.CONDITIONAL, "D-WATER", "emergency", share.revoked(Instant.EPOCH)));
    }

    @Test
    void whatIsSharedWithoutConditionIsGivenAsFarAsItIsGeneral() {
        assertThat(ceiling(Sharing.UNCONDITIONAL, "D-WATER", "planning")).isEqualTo(GENERAL);
        var more = share("D-WATER", "planning", CORE, DAY);
        assertThat(ceiling(Sharing.UNCONDITIONAL, "D-WATER", "planning", more)).isEqualTo(CORE);
    }

    @Test
    void whatIsNotSharedIsGivenToNobodyElseWhateverWasGranted() {
        var old = share("D-WATER", "emergency", CORE, DAY);
        isRefused(ExchangeRefusal.NOT_SHARED, () -> ceiling(Sharing.NONE, "D-WATER", "emergency", old));
    }

    @Test
    void fieldsAboveTheGradeAreLeftOut() {
        var set = set(Sharing.CONDITIONAL);
        assertThat(ExchangeRules.given(set, set.columns(), IMPORTANT)).containsExactly("id", "road", "pressure");
        assertThat(ExchangeRules.given(set, set.columns(), GENERAL)).containsExactly("id", "road");
        isRefused(ExchangeRefusal.GRADE_ABOVE, () -> ExchangeRules.given(set, List.of("pressure", "valve"), GENERAL));
    }

    @Test
    void aColumnThatNobodyDescribesAnyMoreIsCore() {
        assertThat(ExchangeRules.given(set(Sharing.NONE), List.of("id", "gone"), IMPORTANT))
                .containsExactly("id");
    }

    @Test
    void itsOwnersStewardKeepsItAndItsCommanderSeesWhoUsedIt() {
        var set = set(Sharing.NONE);
        assertThat(ExchangeRules.keeps(set, person("D-FIRE", Role.DATA_STEWARD)))
                .isTrue();
        assertThat(ExchangeRules.keeps(set, person("D-FIRE", Role.COMMANDER))).isFalse();
        assertThat(ExchangeRules.keeps(set, person("D-WATER", Role.DATA_STEWARD)))
                .isFalse();
        assertThat(ExchangeRules.oversees(set, person("D-FIRE", Role.COMMANDER)))
                .isTrue();
        assertThat(ExchangeRules.oversees(set, person("D-FIRE", Role.HANDLER))).isFalse();
        assertThat(ExchangeRules.oversees(set, person("D310112", Role.COMMANDER)))
                .isFalse();
    }
}
