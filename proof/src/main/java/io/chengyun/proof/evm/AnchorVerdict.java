package io.chengyun.proof.evm;

import io.chengyun.proof.Unreadable;
import io.chengyun.proof.Verdict.Outcome;
import java.util.List;

/**
 * What came of checking a receipt (锚定结论), with the one sentence that says why.
 *
 * @param facts what the sentence names, in its order
 */
public record AnchorVerdict(Reason reason, List<String> facts) {

    public AnchorVerdict {
        facts = List.copyOf(facts);
    }

    static AnchorVerdict of(Reason reason, Object... facts) {
        return new AnchorVerdict(
                reason, List.of(facts).stream().map(String::valueOf).toList());
    }

    /** The receipt is of another checkpoint than the one at hand. */
    public static AnchorVerdict ofAnother(String ours, String theirs) {
        return of(Reason.ANOTHER, ours, theirs);
    }

    /** What was given cannot be read. */
    public static AnchorVerdict ofUnreadable(Unreadable no) {
        return of(Reason.NOT_READABLE, no.what());
    }

    public Outcome outcome() {
        return reason.outcome;
    }

    /** In Chinese, or in English. */
    public String sentence(boolean chinese) {
        return (chinese ? reason.chinese : reason.english).formatted(facts.toArray());
    }

    /** Why (锚定理由). */
    public enum Reason {
        ANCHORED(
                Outcome.VALID,
                "%1$s 的 %2$s 条记录的检查点在链 %3$s 第 %4$s 区块的第 %5$s 笔交易中；该区块产生于 %6$s，这些记录当时已经存在。",
                "The checkpoint of %1$s over %2$s records stands in chain %3$s, block %4$s, transaction %5$s, made at %6$s: those"
                        + " records were there by then."),
        NOT_IN_BLOCK(
                Outcome.ALTERED,
                "第 %1$s 笔交易沿路径到不了第 %2$s 区块的交易根：回执被改动过。",
                "Transaction %1$s is not reached from the root of block %2$s: the receipt was changed."),
        OTHER_CHECKPOINT(
                Outcome.ALTERED,
                "第 %2$s 区块的第 %1$s 笔交易所写的不是这个检查点：检查点被改动过。",
                "Transaction %1$s of block %2$s does not hold this checkpoint: the checkpoint was changed."),
        ANOTHER(
                Outcome.UNKNOWN,
                "回执属于另一个检查点：手中是 %1$s 条记录的，回执是 %2$s 条记录的。",
                "The receipt is of another checkpoint: the one at hand is over %1$s records, that of the receipt over %2$s."),
        OTHER_BLOCK(
                Outcome.UNKNOWN,
                "回执中的区块是 %1$s，不是您所信任的那一个。",
                "The receipt's block is %1$s, not the one that you believe in."),
        NOT_READABLE(Outcome.UNKNOWN, "这不是可读的回执：%1$s。", "This is not a receipt that can be read: %1$s.");

        private final Outcome outcome;
        private final String chinese;
        private final String english;

        Reason(Outcome outcome, String chinese, String english) {
            this.outcome = outcome;
            this.chinese = chinese;
            this.english = english;
        }
    }
}
