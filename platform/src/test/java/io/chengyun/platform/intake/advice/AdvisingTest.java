package io.chengyun.platform.intake.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.SetClock;
import io.chengyun.platform.dispatch.Dispatch;
import io.chengyun.platform.intake.Contact;
import io.chengyun.platform.intake.Intake;
import io.chengyun.platform.intake.NewRequest;
import io.chengyun.platform.intake.ServiceRequest;
import io.chengyun.platform.intake.ServiceRequest.Asked;
import io.chengyun.platform.intake.ServiceRequest.Channel;
import io.chengyun.platform.intake.Services;
import io.chengyun.platform.intake.advice.Advice.Basis;
import io.chengyun.platform.intake.advice.Advice.Precedent;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.postgres.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** The house advises: by keywords at first, then by what people settled, corrections included. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
@Import(AdvisingTest.Beans.class)
class AdvisingTest {

    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");
    private static final Instant NEXT_NIGHT = Instant.parse("2026-11-23T19:00:00Z");

    @TestConfiguration
    static class Beans {
        @Bean
        @Primary
        SetClock setClock() {
            return new SetClock(NINE);
        }
    }

    @Autowired
    Intake intake;

    @Autowired
    LessonStore store;

    @Autowired
    Services services;

    @Autowired
    Dispatch dispatch;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SetClock clock;

    private Learning learning;
    private Advising advising;

    /** A house that has learnt nothing yet. */
    @BeforeEach
    void aHouseOfItsOwn() {
        clock.set(NINE);
        jdbc.sql("delete from intake.lesson").update();
        jdbc.sql("delete from intake.proposal").update();
        learning = new Learning(store, AdvisingTest::letters, clock, "../districts/minhang");
        advising = new Advising(store, learning, services, dispatch, clock);
    }

    /** Means nothing but which characters there are; quick. */
    private static float[] letters(String text) {
        var vector = new float[64];
        text.chars().forEach(one -> vector[one % 64] += 1);
        double squares = 1e-9;
        for (float one : vector) {
            squares += one * one;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }

    private ServiceRequest ask(String words) {
        return intake.receive(new NewRequest(
                Channel.HOTLINE,
                null,
                new Asked("0506", words, Map.of(), null),
                new Position(121.41, 31.08),
                null,
                Contact.unknown()));
    }

    private void settle(ServiceRequest request, String caseClass, boolean closed) {
        advising.learn(request.id(), new Lesson("c-" + request.id(), caseClass, closed, clock.instant()));
    }

    private void closeMany(int each) {
        var water = List.of("路上积水过不去", "道路积水很深", "雨后积水不退", "门口积水没过脚", "积水两天了");
        var pipes = List.of("下水道不通", "管道堵塞冒水", "污水管堵了", "排水管道不通", "下水道反味堵住");
        for (int i = 0; i < each; i++) {
            settle(ask(water.get(i % 5) + "，第" + i + "次说"), "0506", true);
            settle(ask(pipes.get(i % 5) + "，第" + i + "次说"), "0503", true);
        }
    }

    @Test
    void atFirstKeywordsProposeWithDepartmentAndUrgency() {
        var advice = advising.advise(ask("门口道路积水很深，有人触电"));

        assertThat(advice.caseClass()).isEqualTo("0506");
        assertThat(advice.basis()).isEqualTo(Basis.KEYWORDS);
        assertThat(advice.confidence()).isEqualTo(0.7);
        assertThat(advice.department()).isNotBlank();
        assertThat(advice.urgency().urgent()).isTrue();
        assertThat(advice.urgency().words()).containsExactly("触电");
        assertThat(advice.precedents()).isEmpty();
    }

    @Test
    void whatNamesNothingIsForAPerson() {
        for (var text : List.of("", "😀😀", "请尽快处理")) {
            var advice = advising.advise(ask(text));

            assertThat(advice.basis()).as(text).isEqualTo(Basis.ASK_A_PERSON);
            assertThat(advice.caseClass()).isNull();
            assertThat(advice.department()).isNull();
        }
    }

    @Test
    void fromClosedCasesItLearnsAndShowsThreeOfThem() {
        closeMany(20);

        var advice = advising.advise(ask("门口又积水过不去"));
        assertThat(advice.basis()).isEqualTo(Basis.LEARNT);
        assertThat(advice.caseClass()).isEqualTo("0506");
        assertThat(advice.precedents())
                .hasSize(3)
                .extracting(Precedent::caseClass)
                .contains("0506");
        assertThat(advice.precedents().get(0).caseId()).startsWith("c-R");
    }

    @Test
    void whatWasSettledSinceIsLearntInTheNight() {
        var before = advising.advise(ask("下水道不通，门口反水"));
        closeMany(20);
        assertThat(advising.advise(ask("下水道不通，门口反水")).basis()).isEqualTo(before.basis());
        assertThat(learning.nextDueAt()).isEqualTo(NEXT_NIGHT);

        clock.set(NEXT_NIGHT);
        learning.fireDue();

        assertThat(advising.advise(ask("下水道不通，门口反水")).basis()).isEqualTo(Basis.LEARNT);
        assertThat(learning.nextDueAt()).isAfter(NEXT_NIGHT);
    }

    @Test
    void aHouseThatNobodyAsksLearnsNothing() {
        closeMany(1);

        assertThat(learning.nextDueAt()).isNull();
    }

    @Test
    void aCorrectionIsKeptAndWeighsOnKeywordsAndIsLearntBeforeItsCaseIsClosed() {
        for (int i = 0; i < 30; i++) {
            var request = ask("道路积水，是下水道的水，第" + i + "次");
            assertThat(advising.advise(request).basis()).isIn(Basis.KEYWORDS, Basis.ASK_A_PERSON);
            settle(request, "0503", false);
        }

        var score = advising.score();
        assertThat(score.keywordsOf()).isPositive();
        assertThat(score.keywordsRight()).isZero();
        assertThat(advising.advise(ask("道路积水")).basis())
                .as("so often wrong, keywords are no longer believed")
                .isEqualTo(Basis.ASK_A_PERSON);
    }

    @Test
    void whatWasFiledAsProposedIsNoCorrection() {
        var request = ask("门口道路积水");
        advising.advise(request);
        settle(request, "0506", false);

        assertThat(advising.score()).isEqualTo(new Advising.Score(0, 0, 1, 1));
    }

    @Test
    void whatIsProposedAfterItWasSettledDoesNotCount() {
        var request = ask("门口道路积水");
        settle(request, "0503", true);
        advising.advise(request);

        assertThat(advising.score()).isEqualTo(new Advising.Score(0, 0, 0, 0));
    }
}
