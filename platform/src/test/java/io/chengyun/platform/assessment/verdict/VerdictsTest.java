package io.chengyun.platform.assessment.verdict;

import static io.chengyun.platform.assessment.verdict.Verdict.Said.CONFIRMED;
import static io.chengyun.platform.assessment.verdict.Verdict.Said.DUPLICATE;
import static io.chengyun.platform.assessment.verdict.Verdict.Said.FALSE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.AccessEvent;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.assessment.AssessmentHouse;
import io.chengyun.platform.assessment.RuleEvent;
import io.chengyun.platform.assessment.Signal;
import io.chengyun.platform.assessment.SignalEvent;
import io.chengyun.platform.assessment.verdict.RecordStore.Asked;
import io.chengyun.platform.journal.Entry;
import io.chengyun.platform.sensing.StoredBatch.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class VerdictsTest extends AssessmentHouse {

    private static final Caller COMMANDER = caller(null, Role.COMMANDER);

    @Autowired
    Verdicts verdicts;

    @Autowired
    RuleRecords records;

    @Autowired
    VerdictController door;

    @BeforeEach
    void nothingJudgedYet() {
        jdbc.sql("truncate assessment.verdict, assessment.rule_standing, assessment.signal")
                .update();
    }

    private static Caller caller(@Nullable AreaCode town, Role... roles) {
        return new Caller("p-1", "甲", "A", Set.of(roles), "D310112", town);
    }

    private static Word word(Verdict.Said said) {
        return new Word(said, null, null);
    }

    private Signal cloudburst() {
        var gauge = stream("rainfall");
        store(gauge, 0, 40);
        return signals(gauge).get(0);
    }

    private RuleRecord record() {
        return records.list(new Asked("flood", "rain-1h", null, null)).get(0);
    }

    private List<Entry> about(String subject) {
        house.settle();
        return journal.listAbout(subject);
    }

    @Test
    void aSignalIsShownWithTheObservationsThatMadeIt() {
        var gauge = stream("rainfall");
        store(gauge, 0, 30);
        store(gauge, 1, 30);
        var signal = signals(gauge).get(0);

        var view = door.get(signal.id(), COMMANDER);

        assertThat(view.card().signal()).isEqualTo(signal);
        assertThat(view.unit()).isEqualTo("mm");
        assertThat(view.evidence()).containsExactly(new Reading(at(0), 30), new Reading(at(1), 30));
        assertThat(view.card().verdict()).isNull();
    }

    @Test
    void oneVerdictStandsAndTheFormerStaysInTheJournal() {
        var signal = cloudburst();
        verdicts.give(signal.id(), word(FALSE), COMMANDER);
        verdicts.give(signal.id(), word(FALSE), COMMANDER);
        var card = verdicts.give(signal.id(), new Word(CONFIRMED, at(0), "桥下积水，电话 13800000000"), COMMANDER);

        assertThat(requireNonNull(card.verdict()).said()).isEqualTo(CONFIRMED);
        assertThat(about(signal.id()))
                .extracting(Entry::type)
                .containsExactly("assessment.Given", "verdict.Given", "verdict.Changed");
        var changed = about(signal.id()).get(2);
        assertThat(((VerdictEvent.Changed) changed.event()).from()).isEqualTo(FALSE);
        assertThat(((VerdictEvent.Changed) changed.event()).now().remarked()).isTrue();
        assertThat(changed.payload()).as("no remark in the journal").doesNotContain("13800000000");
    }

    @Test
    void anotherTownsSignalIsAbsentAndTheTryIsNoted() {
        var signal = cloudburst();
        var stranger = caller(new AreaCode("310112001"), Role.HANDLER);
        assertThat(signal.source().town()).isNotEqualTo(stranger.town());

        for (var refused : List.<Runnable>of(
                () -> verdicts.get(signal.id(), stranger), () -> verdicts.give(signal.id(), word(FALSE), stranger))) {
            assertThatThrownBy(refused::run)
                    .isInstanceOfSatisfying(
                            Refused.class, one -> assertThat(one.refusal()).isEqualTo(VerdictRefusal.NO_SUCH_SIGNAL));
        }
        assertThat(about("p-1").stream().map(Entry::event))
                .filteredOn(event -> event instanceof AccessEvent.Denied denied
                        && denied.now().about().equals(signal.id()))
                .hasSize(2);
    }

    @Test
    void onlyThoseWhoActOnSignalsJudgeThem() {
        var signal = cloudburst();
        var own = signal.source().town();

        assertThatThrownBy(() -> verdicts.give(signal.id(), word(FALSE), caller(own, Role.ADMINISTRATOR)))
                .isInstanceOfSatisfying(
                        Refused.class, one -> assertThat(one.refusal()).isEqualTo(VerdictRefusal.NOT_YOURS));
        assertThat(verdicts.give(signal.id(), word(FALSE), caller(own, Role.HANDLER))
                        .verdict())
                .isNotNull();
    }

    @Test
    void anEaseIsNoAlarmAndWhatWasSeenMustHaveBeenThere() {
        var gauge = stream("rainfall");
        store(gauge, 0, 40);
        store(gauge, 1, 0);
        var eased = signals(gauge).get(1);

        assertThatThrownBy(() -> verdicts.give(eased.id(), word(FALSE), COMMANDER))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new Word(FALSE, EIGHT, null)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> verdicts.give(signals(gauge).get(0).id(), new Word(CONFIRMED, at(9), null), COMMANDER))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void precisionLeavesDuplicatesAndTheUnjudgedAsideAndSaysHowMany() {
        verdicts.give(cloudburst().id(), new Word(CONFIRMED, null, null), COMMANDER);
        verdicts.give(cloudburst().id(), word(FALSE), COMMANDER);
        verdicts.give(cloudburst().id(), word(FALSE), COMMANDER);
        verdicts.give(cloudburst().id(), word(DUPLICATE), COMMANDER);
        cloudburst();

        assertThat(record().counts()).isEqualTo(new RuleRecord.Counts(5, 1, 2, 1));
        assertThat(record().counts().unjudged()).isEqualTo(1);
        assertThat(requireNonNull(record().precision()).n()).isEqualTo(3);
        assertThat(requireNonNull(record().precision()).value()).isEqualTo(1.0 / 3);
        assertThat(records.list(new Asked("flood", "rain-1h", at(1), null))).isEmpty();
        assertThat(records.list(new Asked("flood", "rain-1h", null, at(0)))).isEmpty();
    }

    @Test
    void leadTimeRunsFromTheSignalUntilTheDangerWasSeenOrElseConfirmed() {
        var first = cloudburst();
        var second = cloudburst();
        clock.set(EIGHT.plus(Duration.ofMinutes(50)));
        verdicts.give(first.id(), new Word(CONFIRMED, EIGHT.plus(Duration.ofMinutes(10)), null), COMMANDER);
        verdicts.give(second.id(), word(CONFIRMED), COMMANDER);
        clock.set(at(5));
        verdicts.give(second.id(), new Word(CONFIRMED, null, "同一人又看了一次"), COMMANDER);

        var lead = requireNonNull(record().lead());
        assertThat(lead.n()).isEqualTo(2);
        assertThat(lead.medianSeconds()).as("between 10 and 50 minutes").isEqualTo(1_800);
    }

    @Test
    void aRuleBelowItsFloorAdvisesOnlyUntilSomebodyRestoresIt() {
        int atLeast = 20;
        for (int i = 0; i < atLeast - 1; i++) {
            verdicts.give(cloudburst().id(), word(FALSE), COMMANDER);
        }
        verdicts.give(cloudburst().id(), word(DUPLICATE), COMMANDER);
        assertThat(record().advisory())
                .as("19 are too few, and a duplicate is neither right nor wrong")
                .isFalse();
        verdicts.give(cloudburst().id(), word(FALSE), COMMANDER);
        assertThat(record().advisory()).isTrue();

        var advised = cloudburst();
        assertThat(about(advised.id()).get(0).event()).isInstanceOf(SignalEvent.Advised.class);
        assertThat(verdicts.get(advised.id(), COMMANDER).advisory()).isTrue();

        clock.set(at(1));
        assertThatThrownBy(() -> records.restore("flood", "rain-1h", 1, caller(null, Role.HANDLER)))
                .isInstanceOf(Refused.class);
        records.restore("flood", "rain-1h", 1, COMMANDER);
        assertThatThrownBy(() -> records.restore("flood", "rain-1h", 1, COMMANDER))
                .isInstanceOf(Refused.class);
        clock.set(at(2));
        verdicts.give(advised.id(), word(FALSE), COMMANDER);
        assertThat(record().advisory())
                .as("what was said before counts no more")
                .isFalse();
        assertThat(about("flood:rain-1h").stream().map(Entry::event))
                .filteredOn(RuleEvent.class::isInstance)
                .extracting(event -> event.getClass().getSimpleName())
                .containsSubsequence("BecameAdvisory", "Restored");
    }

    @Test
    void aVerdictOnAMatterIsOneOnEachOfItsAlarms() {
        var first = cloudburst();
        var second = cloudburst();
        var matter = new Matter("flood", "rainstorm", first.source().town(), EIGHT, at(1));

        assertThat(verdicts.give(matter, word(FALSE), COMMANDER)).isEqualTo(2);
        assertThat(verdicts.give(matter, word(FALSE), COMMANDER)).isZero();
        assertThat(verdicts.list(matter))
                .extracting(card -> card.signal().id())
                .containsExactly(second.id(), first.id());
    }
}
