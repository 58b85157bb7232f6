package io.chengyun.rules.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of every rule over a group, whatever its members report. */
class GroupPropertyTest {

    private static final List<String> TOPICS =
            List.of("rainfall", "water_depth", "rainfall", "rainfall", Report.signal("gust"), "rainfall");

    /** Six members report every five minutes or so: some are silent, some late. */
    private static List<List<Report>> rounds(Random random) {
        var rounds = new ArrayList<List<Report>>();
        for (int round = 0; round < 80; round++) {
            var reports = new ArrayList<Report>();
            for (int member = 0; member < TOPICS.size(); member++) {
                if (random.nextInt(10) < 7) {
                    reports.add(report(round, member, random));
                }
            }
            rounds.add(reports);
        }
        return rounds;
    }

    private static Report report(int round, int member, Random random) {
        boolean isSignal = TOPICS.get(member).startsWith("@");
        double value = isSignal ? random.nextInt(5) : random.nextInt(130);
        double minutes = round * (round % 20 == 0 ? 25.0 : 5.0) - (random.nextInt(8) == 0 ? 7 : 0);
        return Group.report(minutes, member + 1, TOPICS.get(member), value);
    }

    @Property(tries = 200)
    void aRestartIsNotNoticed(@ForAll long seed, @ForAll @IntRange(max = 79) int stop) {
        for (var rule : Group.RULES) {
            var steady = new Group(rule);
            var stopped = new Group(rule);
            var rounds = rounds(new Random(seed));
            for (int round = 0; round < rounds.size(); round++) {
                if (round == stop) {
                    stopped.restart();
                }
                for (var group : List.of(steady, stopped)) {
                    rounds.get(round).forEach(group::hear);
                    group.until(round * 5.0);
                }
            }
            assertThat(stopped.said).isEqualTo(steady.said);
            assertThat(stopped.remembered()).isEqualTo(steady.remembered());
        }
    }

    @Property(tries = 200)
    void theOrderInWhichMembersReportOneMomentDoesNotMatter(@ForAll long seed, @ForAll long shuffle) {
        for (var rule : Group.RULES) {
            var one = new Group(rule);
            var other = new Group(rule);
            var random = new Random(shuffle);
            for (int round = 0; round < 80; round++) {
                var reports = new ArrayList<Report>();
                var values = new Random(seed + round);
                for (int member = 0; member < TOPICS.size(); member++) {
                    if (values.nextInt(10) < 7) {
                        boolean isSignal = TOPICS.get(member).startsWith("@");
                        reports.add(Group.report(
                                round * 11.0, member + 1, TOPICS.get(member), values.nextInt(isSignal ? 5 : 130)));
                    }
                }
                reports.forEach(one::hear);
                Collections.shuffle(reports, random);
                reports.forEach(other::hear);
                assertThat(other.remembered()).isEqualTo(one.remembered());
                one.until(round * 11.0 + 5);
                other.until(round * 11.0 + 5);
            }
        }
    }

    @Property(tries = 100)
    void aReportThatComesTwiceSaysNothingAndChangesNothing(@ForAll long seed) {
        for (var rule : Group.RULES) {
            var group = new Group(rule);
            for (var round : rounds(new Random(seed))) {
                for (var report : round) {
                    group.hear(report);
                    var before = group.remembered();
                    assertThat(group.hear(report)).isNull();
                    assertThat(group.remembered()).isEqualTo(before);
                }
            }
        }
    }
}
