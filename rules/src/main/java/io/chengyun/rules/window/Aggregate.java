package io.chengyun.rules.window;

import java.util.Arrays;
import java.util.Optional;

/** What is told of the values in a window (窗口统计), and what a window with gaps still says of it. */
public enum Aggregate {
    COUNT("count", Bound.LOWER, "次数", "count"),
    /** Of values that are never negative: only then is a sum with gaps a lower bound. */
    SUM("sum", Bound.LOWER, "累计", "sum"),
    MEAN("mean", Bound.NONE, "平均", "mean"),
    MIN("min", Bound.UPPER, "最低", "minimum"),
    MAX("max", Bound.LOWER, "最高", "maximum"),
    /** By nearest rank: always a value that was observed. */
    QUANTILE("quantile", Bound.NONE, "分位", "quantile");

    private final String key;
    private final Bound bound;
    private final String word;
    private final String wordEn;

    /** What a window with gaps says of the whole one. */
    enum Bound {
        /** It is this or more. */
        LOWER,
        /** It is this or less. */
        UPPER,
        NONE
    }

    Aggregate(String key, Bound bound, String word, String wordEn) {
        this.key = key;
        this.bound = bound;
        this.word = word;
        this.wordEn = wordEn;
    }

    public static Optional<Aggregate> find(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }

    /** How a rule file spells it. */
    public String key() {
        return key;
    }

    /** Whether enough of a window must have been observed before anything can be said. */
    public boolean needsShare() {
        return bound == Bound.NONE;
    }

    Bound bound() {
        return bound;
    }

    String word() {
        return word;
    }

    String wordEn() {
        return wordEn;
    }

    Sliding sliding(double q) {
        return switch (this) {
            case COUNT, SUM, MEAN -> new Total(this);
            case MIN, MAX -> new Extreme(this == MAX);
            case QUANTILE -> new Ordered(q);
        };
    }
}
