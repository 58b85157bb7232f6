package io.chengyun.rules.group;

import io.chengyun.kernel.Grade;
import io.chengyun.rules.Comparison;
import io.chengyun.rules.Limit;
import io.chengyun.rules.Limits;
import io.chengyun.rules.Micros;
import io.chengyun.rules.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One group under one rule: hears reports at minutes after 08:00 and keeps what was said. */
final class Group {

    static final Words RAIN = new Words("雨量", "rainfall", "毫米", "mm");
    static final Limits LADDER = new Limits(List.of(
            Limit.of(Grade.BLUE, Comparison.OVER, 35), new Limit(Grade.RED, Comparison.OVER, 100, 90, Duration.ZERO)));
    static final GroupRule TWO_OF = new KOfN(RAIN, "rainfall", LADDER, 2, Duration.ofMinutes(30));
    static final GroupRule RAIN_THEN_WATER = new Sequence(
            new Words("积水", "ponding", "次", "1"),
            new Step("rainfall", Comparison.AT_LEAST, 35, "雨量 ≥ 35 毫米", "rainfall ≥ 35 mm"),
            new Step("water_depth", Comparison.OVER, 0, "积水深度 > 0", "water depth > 0"),
            Duration.ofHours(1),
            Grade.YELLOW);
    static final GroupRule BOTH = Composite.of(
            RAIN,
            "rainfall > 35 && (water_depth > 10 || signal_gust >= 2)",
            Set.of("rainfall", "water_depth", Report.signal("gust")),
            Duration.ofMinutes(30),
            Grade.ORANGE);
    static final GroupRule DRIFT = new Neighbours(RAIN, "rainfall", 5, 4, Duration.ofHours(2), Duration.ofMinutes(15));
    static final List<GroupRule> RULES = List.of(TWO_OF, RAIN_THEN_WATER, BOTH, DRIFT);

    private static final Instant EIGHT = Instant.parse("2024-06-30T00:00:00Z");

    final List<GroupFinding> said = new ArrayList<>();
    private final GroupRule rule;
    private GroupState state;

    Group(GroupRule rule) {
        this.rule = rule;
        this.state = rule.initial();
    }

    static Instant at(double minutes) {
        return EIGHT.plusMillis(Math.round(minutes * 60_000));
    }

    static Report report(double minutes, long stream, String topic, double value) {
        return new Report(new Member(stream, topic, 121.4, 31.1, stream == 1), topic, Micros.of(at(minutes)), value);
    }

    @Nullable
    GroupFinding hear(double minutes, long stream, String topic, double value) {
        return hear(report(minutes, stream, topic, value));
    }

    @Nullable
    GroupFinding hear(Report report) {
        return rule.topics().contains(report.topic()) ? keep(rule.on(state, report)) : null;
    }

    @Nullable
    GroupFinding until(double minutes) {
        return keep(rule.onTime(state, at(minutes)));
    }

    private @Nullable GroupFinding keep(@Nullable GroupFinding finding) {
        if (finding != null) {
            said.add(finding);
        }
        return finding;
    }

    @Nullable
    Instant dueAt() {
        return rule.dueAt(state);
    }

    long[] remembered() {
        return state.words();
    }

    void restart() {
        state = rule.recall(state.words());
    }

    void recall(long[] words) {
        state = rule.recall(words);
    }

    GroupFinding last() {
        return said.get(said.size() - 1);
    }

    /** What was said, in short. */
    List<String> words() {
        return said.stream()
                .map(GroupFinding::finding)
                .map(finding -> finding.grade() == null
                        ? finding.state().name()
                        : finding.grade().name())
                .toList();
    }
}
