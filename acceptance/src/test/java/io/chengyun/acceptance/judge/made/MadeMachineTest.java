package io.chengyun.acceptance.judge.made;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MadeMachineTest {

    @Test
    void theSameSeedMakesTheSameMachinesAndAnotherOneOthers() {
        var once = MadeMachine.all(4, 7);
        var again = MadeMachine.all(4, 7);
        var others = MadeMachine.all(4, 8);
        for (int i = 0; i < once.size(); i++) {
            assertThat(again.get(i).rows()).isEqualTo(once.get(i).rows());
            assertThat(others.get(i).rows()).isNotEqualTo(once.get(i).rows());
        }
    }

    @Test
    void threeInFourHaveFaultsOfMinutesAndNoneWhileOneLearns() {
        var all = MadeMachine.all(4, 7);
        assertThat(all).filteredOn(machine -> !machine.isFaulty()).hasSize(all.size() / 4);
        for (var machine : all) {
            int n = machine.values().size();
            long faulty = IntStream.range(0, n).filter(machine::isFaulty).count();
            assertThat(IntStream.range(0, MadeMachine.SOUND).anyMatch(machine::isFaulty))
                    .isFalse();
            assertThat((double) faulty / n).isLessThan(0.7);
            assertThat(faulty > 60).isEqualTo(machine.isFaulty());
        }
    }

    @Test
    void theyAreAsLongAndAsFaultyAsTheBenchmarksPublishedDescriptionSays() {
        var faulty = LongStream.rangeClosed(1, 8)
                .mapToObj(seed -> MadeMachine.all(4, seed))
                .flatMap(List::stream)
                .filter(MadeMachine::isFaulty)
                .toList();
        long rows =
                faulty.stream().mapToLong(machine -> machine.values().size()).sum();
        long off = faulty.stream()
                .mapToLong(machine -> IntStream.range(0, machine.values().size())
                        .filter(machine::isFaulty)
                        .count())
                .sum();
        assertThat((double) rows / faulty.size()).isCloseTo(37_401 / 34.0, withinPercentage(3));
        assertThat((double) off / rows).isCloseTo(13_067 / 37_401.0, withinPercentage(3));
    }

    @Test
    void everyValueIsFinite() {
        for (var machine : MadeMachine.all(4, 9)) {
            assertThat(machine.values())
                    .allMatch(row ->
                            IntStream.range(0, machine.sensors()).allMatch(sensor -> Double.isFinite(row[sensor])));
        }
    }

    @Test
    void aThrottledPumpLiftsLessAndPressesMore() {
        var sound = new Body(new java.util.Random(1));
        var throttled = new Body(new java.util.Random(1));
        throttled.suffers(Fault.THROTTLED, 1);
        assertThat(MachineKind.PUMP.read(throttled)[1])
                .isGreaterThan(MachineKind.PUMP.read(sound)[1] + 0.1);
        assertThat(MachineKind.PUMP.read(throttled)[2])
                .isLessThan(MachineKind.PUMP.read(sound)[2] - 1);
    }
}
