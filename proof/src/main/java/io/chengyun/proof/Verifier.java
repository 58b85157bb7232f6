package io.chengyun.proof;

import io.chengyun.proof.Verdict.Reason;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** Checks a proof against those whom somebody believes (验证器). */
public final class Verifier {

    private final Policy policy;

    public Verifier(Policy policy) {
        this.policy = policy;
    }

    /** Never throws for what stands in the file, which may be in the short form ({@link Compact}). */
    public Verdict verify(String file) {
        ProofFile proof;
        Checkpoint checkpoint;
        Opening opening;
        try {
            proof = Compact.isPacked(file) ? Compact.unpack(file) : ProofFile.parse(file);
            checkpoint = Checkpoint.parse(proof.checkpoint().text());
            opening = Opening.parse(proof.extra());
        } catch (Unreadable no) {
            return Verdict.of(Reason.NOT_READABLE, no.what());
        }
        return verify(proof, checkpoint, opening);
    }

    private Verdict verify(ProofFile proof, Checkpoint checkpoint, Opening opening) {
        Set<String> seen;
        try {
            if (policy.logs(checkpoint.origin()).stream().noneMatch(proof.checkpoint()::isSignedBy)) {
                return Verdict.of(Reason.OTHER_LOG, checkpoint.origin());
            }
            seen = policy.seenBy(proof.checkpoint());
        } catch (Unreadable falseOne) {
            return Verdict.of(Reason.FALSE_SIGNATURE, falseOne.what());
        }
        long number = proof.index() + 1;
        var root =
                new InclusionProof(proof.index(), checkpoint.size(), proof.path()).root(Hash.ofLeaf(opening.entry()));
        if (root.isEmpty() || !root.get().equals(checkpoint.root())) {
            return Verdict.of(Reason.OTHER_ROOT, number);
        }
        if (!policy.isEnough(seen)) {
            return Verdict.of(Reason.TOO_FEW_WITNESSES, checkpoint.origin(), seen.size(), policy.witnessCount());
        }
        return opening.find()
                .map(shown -> words(number, shown, opening, checkpoint, seen))
                .orElseGet(() ->
                        Verdict.of(Reason.ERASED, number, checkpoint.origin(), checkpoint.size(), witnesses(seen)));
    }

    private Verdict words(long number, Opening.Shown shown, Opening opening, Checkpoint checkpoint, Set<String> seen) {
        Leaf leaf;
        Statement record;
        try {
            leaf = Leaf.parse(opening.entry());
            if (!leaf.promises(shown.salt(), shown.record())) {
                return Verdict.of(Reason.OTHER_WORDS, number);
            }
            record = Statement.parse(shown.record());
        } catch (Unreadable no) {
            return Verdict.of(Reason.NOT_READABLE, no.what());
        }
        if (record.number() != number
                || !record.at().truncatedTo(ChronoUnit.MILLIS).equals(leaf.at())) {
            return Verdict.of(Reason.OTHER_NUMBER, record.number(), record.at(), number, leaf.at());
        }
        return Verdict.of(
                Reason.STANDS,
                number,
                record.type(),
                record.subject(),
                record.at(),
                checkpoint.origin(),
                checkpoint.size(),
                witnesses(seen));
    }

    private String witnesses(Set<String> seen) {
        return seen.size() + "/" + policy.witnessCount();
    }
}
