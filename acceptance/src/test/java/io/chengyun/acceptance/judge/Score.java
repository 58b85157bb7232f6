package io.chengyun.acceptance.judge;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One number on the score board (得分), beside the goal and what others reach.
 *
 * @param score its name, such as {@code nab.standard.learnt}
 * @param goal what we promised, as {@code ≥ 60}; empty where it is there to compare only
 * @param reference what is known of others
 * @param n what it was counted over
 */
public record Score(String score, double value, Goal goal, String reference, int n, String note) {

    /** What was promised: at least or at most so much; nothing where it is only compared. */
    public enum Sense {
        AT_LEAST,
        AT_MOST,
        NONE
    }

    /** A promise. */
    public record Goal(Sense sense, double value) {

        public static final Goal NONE = new Goal(Sense.NONE, 0);

        public static Goal atLeast(double value) {
            return new Goal(Sense.AT_LEAST, value);
        }

        public static Goal atMost(double value) {
            return new Goal(Sense.AT_MOST, value);
        }

        boolean isMet(double reached) {
            return switch (sense) {
                case AT_LEAST -> reached >= value;
                case AT_MOST -> reached <= value;
                case NONE -> true;
            };
        }

        String text() {
            return switch (sense) {
                case AT_LEAST -> "≥ " + number(value);
                case AT_MOST -> "≤ " + number(value);
                case NONE -> "";
            };
        }
    }

    Map<String, Object> line() {
        var line = new LinkedHashMap<String, Object>();
        line.put("score", score);
        line.put("value", rounded(value));
        line.put("goal", goal.text());
        line.put("met", goal.isMet(value));
        line.put("reference", reference);
        line.put("n", n);
        line.put("note", note);
        return line;
    }

    /** A row of the table in docs/judgement.md. */
    String row() {
        var verdict = goal.sense() == Sense.NONE ? "" : goal.isMet(value) ? "met" : "**missed**";
        return "| `" + score + "` | " + number(value) + " | " + goal.text() + " | " + verdict + " | " + reference
                + " | " + n + " | " + note + " |";
    }

    private static double rounded(double number) {
        return Math.rint(number * 1_000) / 1_000;
    }

    private static String number(double number) {
        var rounded = java.math.BigDecimal.valueOf(rounded(number));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
