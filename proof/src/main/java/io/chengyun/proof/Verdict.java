package io.chengyun.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of a check (验证结论), with the one sentence that says why.
 *
 * @param facts what the sentence names, in its order
 */
public record Verdict(Reason reason, List<String> facts) {

    public Verdict {
        facts = List.copyOf(facts);
    }

    static Verdict of(Reason reason, Object... facts) {
        var words = new ArrayList<String>();
        for (var fact : facts) {
            words.add(String.valueOf(fact));
        }
        return new Verdict(reason, words);
    }

    public Outcome outcome() {
        return reason.outcome;
    }

    /** In Chinese, or in English. */
    public String sentence(boolean chinese) {
        return (chinese ? reason.chinese : reason.english).formatted(facts.toArray());
    }

    /** Green, red or grey (结论). */
    public enum Outcome {
        /** It stands in the log as it is shown. */
        VALID("有效"),
        /** It does not: somebody changed it, or the proof. */
        ALTERED("已被篡改"),
        /** Nothing can be said, with what is known here. */
        UNKNOWN("无法判定");

        private final String chinese;

        Outcome(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }

        /** What a program ends with: 0, 1, 2. */
        public int exitCode() {
            return ordinal();
        }
    }

    /** Why (理由). */
    public enum Reason {
        STANDS(
                Outcome.VALID,
                "第 %1$s 号记录（%2$s，%3$s，%4$s）在 %5$s 的账本中，其 %6$s 条记录的检查点已由 %7$s 个见证方签见。",
                "Record %1$s (%2$s, %3$s, %4$s) stands in the log %5$s, whose checkpoint over %6$s records %7$s witnesses have"
                        + " signed."),
        SIGNED(
                Outcome.VALID,
                "第 %1$s 号记录（%2$s，%3$s，%4$s）由 %8$s 签名，在 %5$s 的账本中，其 %6$s 条记录的检查点已由 %7$s 个见证方签见。",
                "Record %1$s (%2$s, %3$s, %4$s), signed by %8$s, stands in the log %5$s, whose checkpoint over %6$s records %7$s"
                        + " witnesses have signed."),
        ERASED(
                Outcome.VALID,
                "第 %1$s 号记录在 %2$s 的账本中，内容已依法抹除；其 %3$s 条记录的检查点已由 %4$s 个见证方签见。",
                "Record %1$s stands in the log %2$s, its words erased by law; %4$s witnesses have signed the checkpoint over"
                        + " %3$s records."),
        OTHER_WORDS(
                Outcome.ALTERED,
                "所示内容与第 %1$s 号条目当时承诺的内容不符：内容或盐被改动过。",
                "What is shown is not what entry %1$s promised: the words or the salt were changed."),
        OTHER_NUMBER(
                Outcome.ALTERED,
                "所示记录自称第 %1$s 号、%2$s，而条目是第 %3$s 号、%4$s。",
                "The record calls itself number %1$s of %2$s, but the entry is number %3$s of %4$s."),
        OTHER_ROOT(
                Outcome.ALTERED,
                "第 %1$s 号条目沿路径算不出检查点的根：条目、路径或检查点被改动过。",
                "Entry %1$s does not lead to the checkpoint's root: the entry, the path or the checkpoint was changed."),
        NOT_SIGNED(
                Outcome.ALTERED,
                "条目称由 %1$s 签名，而所附签名不是它的，或签的不是本条。",
                "The entry says that %1$s signed it; the signature beside it is not that key's, or not over this entry."),
        KEY_DID_NOT_HOLD(
                Outcome.ALTERED,
                "条目由 %1$s 签名，而该公钥在 %2$s 尚未启用或已停用。",
                "The entry is signed by %1$s, a key that did not hold at %2$s."),
        FALSE_SIGNATURE(Outcome.ALTERED, "检查点上的签名是假的：%1$s。", "A signature on the checkpoint is false: %1$s."),
        OTHER_LOG(
                Outcome.UNKNOWN,
                "检查点没有由已信任的账本签名：它自称 %1$s，请向其所有者取得公钥并写入策略文件。",
                "No log that is believed here signed the checkpoint: it calls itself %1$s. Get the key from its owner and put it"
                        + " into the policy."),
        TOO_FEW_WITNESSES(
                Outcome.UNKNOWN,
                "%1$s 的检查点只由 %2$s/%3$s 个见证方签见，未达到策略的要求；请稍后重新取证明。",
                "Only %2$s of %3$s witnesses have signed the checkpoint of %1$s, fewer than the policy asks: fetch the proof anew"
                        + " later."),
        OTHER_SIGNER(
                Outcome.UNKNOWN,
                "条目由公钥 %1$s 签名，机构公钥簿中没有它：请向其所有者取得最新的公钥簿。",
                "The entry is signed by the key %1$s, which the book of organisations' keys does not have: get a newer one from its"
                        + " owner."),
        SIGNATURE_LEFT_OUT(
                Outcome.UNKNOWN,
                "条目由 %1$s 签名，但证明中未附该签名：请重新取证明文件（二维码可能放不下）。",
                "The entry is signed by %1$s, but the proof leaves the signature out: fetch the proof's file (a QR code may have no"
                        + " room for it)."),
        NOT_READABLE(Outcome.UNKNOWN, "这不是可读的证明：%1$s。", "This is not a proof that can be read: %1$s.");

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
