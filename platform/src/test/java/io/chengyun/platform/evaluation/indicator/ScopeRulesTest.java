package io.chengyun.platform.evaluation.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Malformed;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Who may ask what, and how it has to be asked. */
@NullUnmarked
class ScopeRulesTest {

    private static final Period DECEMBER = new Period(LocalDate.of(2016, 12, 1), LocalDate.of(2017, 1, 1));

    private static Caller of(Role role, String town) {
        return new Caller("me", "我", "Me", Set.of(role), "D310112", town == null ? null : new AreaCode(town));
    }

    private static void refuses(Subject subject, String of, Caller caller, IndicatorRefusal refusal) {
        assertThat(ScopeRules.refuses(new Question(subject, DECEMBER, of), caller))
                .contains(refusal);
    }

    private static void admits(Subject subject, String of, Caller caller) {
        assertThat(ScopeRules.refuses(new Question(subject, DECEMBER, of), caller))
                .isEmpty();
    }

    @Test
    void personsAreSeenByCommandersAndByThemselves() {
        admits(Subject.PERSON, null, of(Role.COMMANDER, null));
        admits(Subject.PERSON, "me", of(Role.HANDLER, null));
        refuses(Subject.PERSON, null, of(Role.HANDLER, null), IndicatorRefusal.PERSONS_HIDDEN);
        refuses(Subject.PERSON, "you", of(Role.ADMINISTRATOR, null), IndicatorRefusal.PERSONS_HIDDEN);
    }

    @Test
    void whoIsBoundToATownSeesThatTown() {
        var bound = of(Role.COMMANDER, "310112101");
        admits(Subject.TOWN, "310112101", bound);
        admits(Subject.TOWN, null, bound);
        admits(Subject.GRID, "310112101G01", bound);
        refuses(Subject.TOWN, "310112102", bound, IndicatorRefusal.NO_SUCH_MEMBER);
        refuses(Subject.GRID, "310112102G01", bound, IndicatorRefusal.NO_SUCH_MEMBER);
        refuses(Subject.DISTRICT, null, bound, IndicatorRefusal.DISTRICT_HIDDEN);
        admits(Subject.DISTRICT, null, of(Role.COMMANDER, null));
    }

    @Test
    void badQuestionsNameTheField() {
        malformed("subject", () -> Question.of("TOWNS", "2016-12-01", "2017-01-01", null));
        malformed("from", () -> Question.of("TOWN", null, "2017-01-01", null));
        malformed("to", () -> Question.of("TOWN", "2016-12-01", "1 January", null));
        malformed("to", () -> Question.of("TOWN", "2017-01-01", "2017-01-01", null));
        malformed("to", () -> Question.of("TOWN", "2017-02-01", "2017-01-01", null));
        malformed("of", () -> Question.of("TOWN", "2016-12-01", "2017-01-01", "x".repeat(101)));
        malformed(
                "area",
                () -> ScopeRules.refuses(new Question(Subject.TOWN, DECEMBER, "here"), of(Role.COMMANDER, null)));
        assertThat(Question.of("TOWN", "2016-12-01", "2017-01-01", " ").of()).isNull();
    }

    private static void malformed(String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable asked) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        Malformed.class, wrong -> assertThat(wrong.field()).isEqualTo(field));
    }
}
