package io.chengyun.platform.intake.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.intake.triage.Head.Example;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TriageTest {

    private static final List<String> LAMPS = List.of("路灯坏了", "灯不亮", "路灯灭了", "街灯闪", "灯杆倒了");
    private static final List<String> WAGES = List.of("拖欠工资", "工资没发", "不给工钱", "欠薪三个月", "工伤不赔");

    private static List<Labelled> texts() {
        var texts = new ArrayList<Labelled>();
        for (int i = 0; i < 60; i++) {
            boolean lamp = i % 2 == 0;
            var said = lamp ? LAMPS : WAGES;
            texts.add(new Labelled("R" + i, said.get(i / 2 % 5) + "，第" + i + "天了", lamp ? "市容" : "劳动"));
        }
        return texts;
    }

    private final Triage triage = Triage.train(texts(), new LetterEncoder());

    @Test
    void aTextIsGivenTheClassOfItsLike() {
        assertThat(triage.propose("门口路灯又坏了").label()).isEqualTo("市容");
        assertThat(triage.propose("老板拖欠工资不给").label()).isEqualTo("劳动");
    }

    @Test
    void threePrecedentsComeNearestFirst() {
        var precedents = triage.propose("路灯坏了，第0天了").precedents();

        assertThat(precedents).hasSize(3);
        assertThat(precedents.get(0).id()).isIn("R0", "R10", "R20", "R30", "R40", "R50");
        assertThat(precedents.get(0).label()).isEqualTo("市容");
        assertThat(precedents).isSortedAccordingTo((a, b) -> Double.compare(b.likeness(), a.likeness()));
    }

    @Test
    void belowTheFloorItAsksAPerson() {
        var sure = new Proposal("市容", 0.6, List.of());

        assertThat(sure.asksAPerson(0.6)).isFalse();
        assertThat(sure.asksAPerson(0.61)).isTrue();
        assertThat(Proposal.NONE.asksAPerson(0)).isTrue();
    }

    @Test
    void aTextThatSaysNothingIsForAPerson() {
        for (var text : List.of("", "  ", "😀😀", "？！……")) {
            assertThat(triage.propose(text)).as(text).isEqualTo(Proposal.NONE);
        }
    }

    @Test
    void aTextOfBothIsLessSureThanATextOfOne() {
        assertThat(triage.propose("路灯坏了，拖欠工资").confidence())
                .isLessThan(triage.propose("路灯坏了，灯不亮").confidence());
    }

    @Test
    void theSameTextsGiveTheSameTriage() {
        var again = Triage.train(texts(), new LetterEncoder());

        assertThat(again.propose("街上的灯不亮")).isEqualTo(triage.propose("街上的灯不亮"));
    }

    @Test
    void oneClassTeachesNothing() {
        assertThatThrownBy(() -> Triage.train(List.of(new Labelled("1", "灯", "a")), new LetterEncoder()))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("two at least");
    }

    @Test
    void aClassOfOneTextAndTwoTextsInAllAreEnoughToBegin() {
        var few = Triage.train(
                List.of(new Labelled("1", "路灯坏了", "a"), new Labelled("2", "拖欠工资", "b")), new LetterEncoder());

        assertThat(few.propose("路灯坏了").label()).isEqualTo("a");
    }

    @Test
    void aVeryLongTextTakesNoLonger() {
        var encoder = new LetterEncoder();
        var read = new Reader(encoder).read("路灯坏了".repeat(100_000));

        assertThat(read.words().length()).isLessThanOrEqualTo(2_000);
        assertThat(encoder.asked()).isEqualTo(1);
    }

    /** Against the closed form for one example a label and places of their own. */
    @Test
    void theHeadSolvesRidgeRegression() {
        var one = new Example(new Sight(new int[] {0}, new float[] {1}), 0);
        var other = new Example(new Sight(new int[] {1}, new float[] {1}), 1);
        var head = Head.train(List.of(one, other), 2, 2, 0.25);

        assertThat(head.of(one.sight())).containsExactly(new double[] {0.5 / 1.25, -0.5 / 1.25}, within(1e-6));
    }

    /** What is left over must be the decay times the shares: no weights fit better. */
    @Test
    void theHeadLeavesNoSlope() {
        var random = new Random(7);
        var examples = new ArrayList<Example>();
        for (int n = 0; n < 20; n++) {
            var values = new float[] {(float) random.nextGaussian(), (float) random.nextGaussian(), 1};
            examples.add(new Example(new Sight(new int[] {0, 1, 2}, values), n % 2));
        }
        double best = loss(Head.train(examples, 2, 3, 0.5), examples);

        for (var less : List.of(0.4, 0.6, 2.0)) {
            assertThat(best).isLessThanOrEqualTo(loss(Head.train(examples, 2, 3, less), examples) + 1e-9);
        }
    }

    private static double loss(Head head, List<Example> examples) {
        double loss = 0;
        for (var example : examples) {
            var scores = head.of(example.sight());
            for (int label = 0; label < 2; label++) {
                double right = (example.label() == label ? 1 : 0) - 0.5;
                loss += (scores[label] - right) * (scores[label] - right);
            }
        }
        for (int place = 0; place < 3; place++) {
            var weights = head.of(new Sight(new int[] {place}, new float[] {1}));
            loss += 0.5 * Arrays.stream(weights).map(weight -> weight * weight).sum();
        }
        return loss;
    }
}
