package io.chengyun.rules.learning;

import io.chengyun.kernel.Grade;
import io.chengyun.rules.Finding;
import io.chengyun.rules.History;
import io.chengyun.rules.Joint;
import io.chengyun.rules.Micros;
import io.chengyun.rules.Rule;
import io.chengyun.rules.RuleState;
import io.chengyun.rules.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says when a stream behaves as it never did (学习异常): knows no limit, only the stream's own past, that is how it read and how
 * far that was off its hour of the day in the last week.
 *
 * <p>Says nothing of a stream before it saw {@link #LEARNS} samples. A late sample is ignored, and a gap teaches nothing.
 * Eased when {@link Tuning#calm} samples came of which none was news.
 *
 * <p>Several streams together are weighed by how far they depart from where they stood in the first {@link Company#learns}
 * rows (Mahalanobis 1936), for as long as they do.
 *
 * <p>Silent: of the first 100 samples, and of late ones.
 *
 * <p>State: 10 KB with the published numbers, most of it the newest 1,000 readings. Source: random cut forest (Guha et al.,
 * ICML 2016), its score told in deviations from the stream's usual one, which is ours.
 *
 * @param grade of what is unusual; how grave it is this rule cannot know
 */
public record Learnt(Words words, Grade grade, Tuning tuning, Company company) implements Rule, Joint {

    /** Samples it learns from before it says anything. */
    static final int LEARNS = 100;

    /** The value, and how far it is off its hour of the day. */
    private static final int WIDTH = 2;

    private static final Duration PAST = Duration.ofDays(14);

    /** What it knows of one stream. */
    static final class State implements RuleState {

        private static final int LENGTH = 3;

        private final Daily daily = new Daily();
        private Surprise surprise;
        private long newest = Long.MIN_VALUE;
        /** Samples for which the grade still holds; 0 while none does. */
        private long holds;

        private double news;

        private State(Surprise surprise) {
            this.surprise = surprise;
        }

        @Override
        public long[] words() {
            var known = surprise.words();
            var words = new long[LENGTH + Daily.LENGTH + known.length];
            words[0] = newest;
            words[1] = holds;
            words[2] = Double.doubleToRawLongBits(news);
            System.arraycopy(daily.words(), 0, words, LENGTH, Daily.LENGTH);
            System.arraycopy(known, 0, words, LENGTH + Daily.LENGTH, known.length);
            return words;
        }
    }

    @Override
    public RuleState initial() {
        return new State(new Surprise(tuning, WIDTH));
    }

    @Override
    public RuleState recall(long[] words) {
        var state = new State(new Surprise(tuning, WIDTH));
        int known = State.LENGTH + Daily.LENGTH;
        if (words.length < known) {
            return state;
        }
        state.surprise = Surprise.recall(tuning, WIDTH, Arrays.copyOfRange(words, known, words.length));
        if (state.surprise.seen() > 0) {
            state.daily.recall(Arrays.copyOfRange(words, State.LENGTH, known));
            state.newest = words[0];
            state.holds = words[1];
            state.news = Double.longBitsToDouble(words[2]);
        }
        return state;
    }

    @Override
    public Duration lookback() {
        return Duration.ZERO;
    }

    @Override
    public Duration learnsFrom() {
        return PAST;
    }

    @Override
    public void learn(RuleState state, History history, long position) {
        take((State) state, history, position);
    }

    /** Whether the sample is one to judge. */
    private boolean take(State held, History history, long position) {
        long micros = history.micros(position);
        if (micros <= held.newest) {
            return false;
        }
        held.newest = micros;
        double value = history.value(position);
        held.news = held.surprise.on(new float[] {(float) value, (float) held.daily.on(micros, value)});
        return held.surprise.seen() > LEARNS;
    }

    @Override
    public @Nullable Finding on(RuleState state, History history, long position) {
        var held = (State) state;
        if (!take(held, history, position)) {
            return null;
        }
        boolean wasHeld = held.holds > 0;
        held.holds = held.news >= tuning.limit() ? tuning.calm() : Math.max(0, held.holds - 1);
        if (wasHeld == held.holds > 0) {
            return null;
        }
        var at = Micros.instant(history.micros(position));
        return wasHeld ? eased(history.value(position), at) : graded(history.value(position), held.news, at);
    }

    private Finding graded(double value, double news, Instant at) {
        var off = Words.number(news);
        var reading = new Finding.Reading(
                value,
                words.unitEn(),
                words.name() + " " + words.amount(value) + "，异常程度 " + off + " 倍离差，限值 " + Words.number(tuning.limit()),
                words.headEn() + " " + words.amountEn(value) + " is unusual by " + off + " deviations, limit "
                        + Words.number(tuning.limit()));
        return new Finding(Finding.State.GRADED, grade, reading, at, List.of(at));
    }

    private Finding eased(double value, Instant at) {
        var reading = new Finding.Reading(
                value,
                words.unitEn(),
                words.name() + " " + words.amount(value) + "，不再出现新的异常",
                words.headEn() + " " + words.amountEn(value) + ", nothing new that is unusual");
        return new Finding(Finding.State.EASED, null, reading, at, List.of(at));
    }

    @Override
    public Weighing together(int width) {
        return new Together(new Departure(width, company));
    }

    /** Streams that are learnt together. */
    private final class Together implements Weighing {

        private final Departure departure;
        private long newest = Long.MIN_VALUE;
        private boolean holds;
        private double off;

        Together(Departure departure) {
            this.departure = departure;
        }

        @Override
        public @Nullable Finding on(long micros, double[] values) {
            if (micros <= newest) {
                return null;
            }
            newest = micros;
            off = departure.on(values);
            if (holds == off > 1) {
                return null;
            }
            holds = off > 1;
            var at = Micros.instant(micros);
            var reading = new Finding.Reading(
                    off,
                    "limits",
                    words.name() + (holds ? "：合并偏离为限值的 " + Words.number(off) + " 倍" : "：各项恢复常态"),
                    words.headEn()
                            + (holds ? ": together off by " + Words.number(off) + " limits" : ": together as usual"));
            return holds
                    ? new Finding(Finding.State.GRADED, grade, reading, at, List.of(at))
                    : new Finding(Finding.State.EASED, null, reading, at, List.of(at));
        }

        @Override
        public double score() {
            return off / (off + 1);
        }
    }

    /** Half at the limit; 0 when the newest sample is no news, even while the grade holds. */
    @Override
    public double score(RuleState state) {
        double news = ((State) state).news;
        return news / (news + tuning.limit());
    }

    @Override
    public Optional<Rule> every(Duration interval) {
        return Optional.of(this);
    }

    @Override
    public String sentence() {
        return words.name() + "：与自身历史相比异常超过 " + Words.number(tuning.limit()) + " 倍离差";
    }

    @Override
    public String sentenceEn() {
        return words.headEn() + ": unusual against its own past by more than " + Words.number(tuning.limit())
                + " deviations";
    }
}
