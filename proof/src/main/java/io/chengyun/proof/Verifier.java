package io.chengyun.proof;

import io.chengyun.proof.Verdict.Reason;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks a proof against those whom somebody believes (验证器). */
public final class Verifier {

    private final Policy policy;
    private final @Nullable KeyBook organisations;

    /** Leaves aside who signed the acts. */
    public Verifier(Policy policy) {
        this(policy, null);
    }

    /** @param organisations whose signatures are checked too; null to leave them aside */
    public Verifier(Policy policy, @Nullable KeyBook organisations) {
        this.policy = policy;
        this.organisations = organisations;
    }

    /** Never throws for what stands in the file, which may be in the short form ({@link Compact}). */
    public Verdict verify(String file) {
        ProofFile proof;
        Checkpoint checkpoint;
        Opening opening;
        try {
            proof = ProofFile.read(file);
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
            if (!isOfALog(proof.checkpoint(), policy.logs(checkpoint.origin()))) {
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
        try {
            return verify(opening, new Standing(number, checkpoint, seen));
        } catch (Unreadable no) {
            return Verdict.of(Reason.NOT_READABLE, no.what());
        }
    }

    private static boolean isOfALog(Note note, List<NoteKey> logs) {
        for (var log : logs) {
            if (note.isSignedBy(log)) {
                return true;
            }
        }
        return false;
    }

    /** What is known by now (已验明): the leaf stands in the log. */
    private record Standing(long number, Checkpoint checkpoint, Set<String> seen) {}

    private Verdict verify(Opening opening, Standing standing) {
        var leaf = Leaf.parse(opening.entry());
        var book = leaf.actor() == 0 ? null : organisations;
        var signer = book == null ? null : book.find(leaf.actor()).orElse(null);
        if (book != null && signer == null) {
            return Verdict.of(Reason.OTHER_SIGNER, HexFormat.of().toHexDigits(leaf.actor()));
        }
        var fault = signer == null ? Optional.<Verdict>empty() : signature(opening, signer);
        if (fault.isPresent()) {
            return fault.get();
        }
        var shown = opening.shown();
        return shown == null ? erased(standing) : words(leaf, shown, signer, standing);
    }

    private Verdict erased(Standing standing) {
        return Verdict.of(
                Reason.ERASED,
                standing.number,
                standing.checkpoint.origin(),
                standing.checkpoint.size(),
                witnesses(standing.seen));
    }

    /** What speaks against the organisation's signature. */
    private Optional<Verdict> signature(Opening opening, KeyBook.Entry signer) {
        var name = signer.key().name();
        var signed = opening.signed();
        if (signed == null || organisations == null) {
            return Optional.of(Verdict.of(Reason.SIGNATURE_LEFT_OUT, name));
        }
        try {
            return Acts.fault(signer, organisations, opening.entry(), signed);
        } catch (Unreadable falseOne) {
            return Optional.of(Verdict.of(Reason.NOT_SIGNED, name));
        }
    }

    private Verdict words(Leaf leaf, Opening.Shown shown, KeyBook.@Nullable Entry signer, Standing standing) {
        if (!leaf.promises(shown.salt(), shown.record())) {
            return Verdict.of(Reason.OTHER_WORDS, standing.number);
        }
        var record = Statement.parse(shown.record());
        if (record.number() != standing.number
                || !record.at().truncatedTo(ChronoUnit.MILLIS).equals(leaf.at())) {
            return Verdict.of(Reason.OTHER_NUMBER, record.number(), record.at(), standing.number, leaf.at());
        }
        return Verdict.of(
                signer == null ? Reason.STANDS : Reason.SIGNED,
                standing.number,
                record.type(),
                record.subject(),
                record.at(),
                standing.checkpoint.origin(),
                standing.checkpoint.size(),
                witnesses(standing.seen),
                signer == null ? "" : signer.key().name());
    }

    private String witnesses(Set<String> seen) {
        return policy.witnessCount() == 0 ? "0" : seen.size() + "/" + policy.witnessCount();
    }
}
