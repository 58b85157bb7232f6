package io.chengyun.rules;

/** How a value is held against a limit (比较方式). */
public enum Comparison {
    OVER("over", ">", true),
    AT_LEAST("atLeast", "≥", true),
    UNDER("under", "<", false),
    AT_MOST("atMost", "≤", false);

    private final String key;
    private final String sign;
    private final boolean upward;

    Comparison(String key, String sign, boolean upward) {
        this.key = key;
        this.sign = sign;
        this.upward = upward;
    }

    /** How a rule file spells it. */
    public String key() {
        return key;
    }

    public String sign() {
        return sign;
    }

    /** Whether greater values are graver. */
    public boolean upward() {
        return upward;
    }

    public boolean holds(double value, double limit) {
        return switch (this) {
            case OVER -> value > limit;
            case AT_LEAST -> value >= limit;
            case UNDER -> value < limit;
            case AT_MOST -> value <= limit;
        };
    }
}
