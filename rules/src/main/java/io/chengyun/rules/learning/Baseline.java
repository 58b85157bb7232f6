package io.chengyun.rules.learning;

import io.chengyun.kernel.Grade;
import io.chengyun.kernel.Malformed;
import io.chengyun.rules.Finding;
import io.chengyun.rules.History;
import io.chengyun.rules.Rule;
import io.chengyun.rules.RuleState;
import io.chengyun.rules.Sample;
import io.chengyun.rules.Words;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says when a stream is far from what it usually reads at this hour of the week (同期基线): off its median by more than so
 * many robust standard deviations (1.4826 × MAD), by the median of the newest three readings; eased at half of that.
 *
 * <p>While an hour of the week is not known from {@code weeks} weeks it is held against the same hour of all days of its kind,
 * working days or weekends, once that is known from as many of them.
 *
 * <p>Silent: while too few days are known; when nothing ever moved and {@code least} is 0. Knows no holidays: it holds a holiday
 * against ordinary days. A late reading is ignored, and a gap teaches nothing.
 *
 * <p>State: 168 hours of the week, two readings of each in each of {@code memory} weeks (one where readings come less often
 * than every half hour): 12 KB with the published eight. Source: median and MAD as location and scale (Hampel 1974,
 * doi:10.1080/01621459.1974.10482962), an hour's MAD leaning on that of all hours while it holds few readings, which is ours.
 *
 * @param grade of what is unusual; how grave it is this rule cannot know
 * @param weeks weeks of readings from which an hour of the week is known; as many days will do until then
 * @param memory weeks after which a reading is forgotten
 * @param deviations how many robust standard deviations are far
 * @param least smallest distance that counts, in the unit of the values
 * @param zone whose clocks people live by
 */
public record Baseline(
        Words words,
        Grade grade,
        int weeks,
        int memory,
        double deviations,
        double least,
        ZoneId zone,
        Duration interval)
        implements Rule {

    private static final int MOST_WEEKS = 26;
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);
    private static final Duration DAY = Duration.ofDays(1);

    public Baseline {
        if (memory < 1 || memory > MOST_WEEKS) {
            throw new Malformed("memory", "must be 1 to " + MOST_WEEKS + " weeks: " + memory);
        }
        if (weeks < 1 || weeks > memory) {
            throw new Malformed("weeks", "must be 1 to memory, which is " + memory + ": " + weeks);
        }
        if (!(deviations > 0) || !(least >= 0) || Double.isInfinite(deviations) || Double.isInfinite(least)) {
            throw new Malformed("deviations", "must be more than 0, and least 0 or more");
        }
        if (interval.isNegative() || interval.isZero()) {
            throw new Malformed("interval", "must be longer than nothing");
        }
    }

    static final class State implements RuleState {

        private final Habit habit;
        private boolean held;

        private State(Habit habit) {
            this.habit = habit;
        }

        @Override
        public long[] words() {
            var known = habit.words();
            var words = new long[1 + known.length];
            words[0] = held ? 1 : 0;
            System.arraycopy(known, 0, words, 1, known.length);
            return words;
        }
    }

    @Override
    public State initial() {
        return new State(new Habit(zone, weeks, memory, interval.compareTo(HALF_HOUR) > 0 ? 1 : 2));
    }

    @Override
    public RuleState recall(long[] words) {
        var state = initial();
        if (words.length > 1 && state.habit.recall(Arrays.copyOfRange(words, 1, words.length))) {
            state.held = words[0] == 1;
        }
        return state;
    }

    @Override
    public Duration lookback() {
        return Duration.ZERO;
    }

    @Override
    public Duration learnsFrom() {
        return Duration.ofDays(7L * memory);
    }

    @Override
    public void learn(RuleState state, History history, long position) {
        take((State) state, history, position);
    }

    /** Whether the reading is one to judge. */
    private boolean take(State held, History history, long position) {
        long micros = history.micros(position);
        return micros > held.habit.newest() && held.habit.on(micros, history.value(position), least / deviations);
    }

    @Override
    public @Nullable Finding on(RuleState state, History history, long position) {
        var held = (State) state;
        if (!take(held, history, position)) {
            return null;
        }
        boolean holds = held.habit.off() >= (held.held ? deviations / 2 : deviations);
        if (holds == held.held) {
            return null;
        }
        held.held = holds;
        return finding(holds, held.habit, history.sample(position));
    }

    private Finding finding(boolean holds, Habit habit, Sample sample) {
        var off = Words.number(habit.off());
        var value = sample.value();
        var reading = new Finding.Reading(
                value,
                words.unitEn(),
                words.name() + " " + words.amount(value) + "，每周此时常为 " + words.amount(habit.usual()) + "，偏离 " + off
                        + " 倍稳健标准差，限值 " + Words.number(deviations),
                words.headEn() + " " + words.amountEn(value) + ", usual at this hour of the week "
                        + words.amountEn(habit.usual()) + ", off by " + off + " robust standard deviations, limit "
                        + Words.number(deviations));
        var state = holds ? Finding.State.GRADED : Finding.State.EASED;
        return new Finding(state, holds ? grade : null, reading, sample.at(), List.of(sample.at()));
    }

    /** Half at the limit; 0 when the newest readings are no news, even while the grade holds. */
    @Override
    public double score(RuleState state) {
        double news = ((State) state).habit.news();
        return news / (news + deviations);
    }

    @Override
    public Optional<Rule> every(Duration interval) {
        boolean judgeable = interval.compareTo(DAY) <= 0;
        return judgeable
                ? Optional.of(new Baseline(words, grade, weeks, memory, deviations, least, zone, interval))
                : Optional.empty();
    }

    @Override
    public String sentence() {
        return words.name() + "：偏离每周同一小时中位数超过 " + Words.number(deviations) + " 倍稳健标准差（不足 " + weeks
                + " 周时比工作日或周末同一小时，不识节假日）";
    }

    @Override
    public String sentenceEn() {
        return words.headEn() + ": off the median of the same hour of the week by more than "
                + Words.number(deviations)
                + " robust standard deviations, or of all working days or weekends while fewer than " + weeks
                + (weeks == 1 ? " week is known" : " weeks are known") + "; knows no holidays";
    }
}
