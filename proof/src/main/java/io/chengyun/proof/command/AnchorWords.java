package io.chengyun.proof.command;

import io.chengyun.proof.Checkpoint;
import io.chengyun.proof.Note;
import io.chengyun.proof.ProofFile;
import io.chengyun.proof.Unreadable;
import io.chengyun.proof.evm.AnchorReceipt;
import io.chengyun.proof.evm.AnchorVerdict;

/** What {@code anchor} says of a receipt (锚定命令), given the files' texts. */
final class AnchorWords {

    private static final String PROOF = "c2sp.org/tlog-proof@";

    private AnchorWords() {}

    /** Of a receipt as that of a checkpoint at hand, which is in a note or in a record's proof. */
    static AnchorVerdict check(String receipt, String block, String checkpoint) {
        var verdict = AnchorReceipt.check(receipt, block);
        try {
            var ours = checkpoint(checkpoint).text();
            return verdict.reason() != AnchorVerdict.Reason.ANCHORED
                            || AnchorReceipt.parse(receipt).checkpoint().equals(ours)
                    ? verdict
                    : AnchorVerdict.ofAnother(
                            String.valueOf(Checkpoint.parse(ours).size()),
                            verdict.facts().get(1));
        } catch (Unreadable no) {
            return AnchorVerdict.ofUnreadable(no);
        }
    }

    private static Note checkpoint(String text) {
        return text.startsWith(PROOF) ? ProofFile.parse(text).checkpoint() : Note.parse(text);
    }
}
