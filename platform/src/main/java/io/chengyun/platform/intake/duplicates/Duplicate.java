package io.chengyun.platform.intake.duplicates;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An open matter that a request probably repeats (疑似重复).
 *
 * @param request the one of its requests that is most like it
 * @param caseId the case of the matter; null before it has one
 * @param score 0 to 1: how likely it is the same
 * @param asked how many asked for it before
 * @param merges whether the score is above the floor at which the house merges by itself
 */
public record Duplicate(
        String request, @Nullable String caseId, double score, int asked, boolean merges, List<Reason> reasons) {

    public Duplicate {
        reasons = List.copyOf(reasons);
    }

    /** The reasons in words, for a case's history. */
    public String why() {
        return reasons.stream().map(Reason::words).collect(Collectors.joining("，"));
    }

    /** What speaks for it or against (理由), with a number: metres, hours, times, or how like the words are. */
    public record Reason(Kind kind, double value) {

        String words() {
            return switch (kind) {
                case SAME_ADDRESS -> "同一地址";
                case NEAR -> "相距" + Math.round(value) + "米";
                case OTHER_DOOR -> "不同门牌，相距" + Math.round(value) + "米";
                case SAME_CLASS -> "同一小类";
                case KINDRED_CLASS -> "同一大类";
                case UNSORTED_CLASS -> "小类未归大类";
                case HOURS_SINCE -> Math.round(value) + "小时内提过";
                case ASKED_BEFORE -> "已有" + Math.round(value) + "人次";
                case LIKE_WORDS -> "说法相近";
                case OTHER_WORDS -> "说法不同";
            };
        }
    }

    /** Which reason it is (理由类别). */
    public enum Kind {
        SAME_ADDRESS,
        NEAR,
        OTHER_DOOR,
        SAME_CLASS,
        KINDRED_CLASS,
        UNSORTED_CLASS,
        HOURS_SINCE,
        ASKED_BEFORE,
        LIKE_WORDS,
        OTHER_WORDS
    }
}
