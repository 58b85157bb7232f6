package io.chengyun.proof;

import io.chengyun.proof.Verdict.Reason;
import java.util.List;
import java.util.Optional;

/**
 * What an organisation signs (机构签名): a little tree of its own over some leaves of the log, all of them acts of its people. The
 * signature stands under the tree's checkpoint, whose origin is the key's name and the number of the first act.
 */
public final class Acts {

    private Acts() {}

    /**
     * The text that is signed.
     *
     * @param signer name of the organisation's key
     * @param first number of the first act
     * @param leaves of the log, in its order
     */
    public static Checkpoint checkpoint(String signer, long first, List<Hash> leaves) {
        return new Checkpoint(signer + "/" + first, leaves.size(), tree(leaves).root());
    }

    /** That the leaf at this place among them is one of those signed. */
    public static ProofFile prove(List<Hash> leaves, int place, Note signed) {
        return new ProofFile(new byte[0], place, tree(leaves).inclusion(place).path(), signed);
    }

    private static Tree tree(List<Hash> leaves) {
        return new Tree(leaves.size(), (level, index) -> fold(leaves, level, (int) (index << level)));
    }

    private static Hash fold(List<Hash> leaves, int level, int from) {
        return level == 0
                ? leaves.get(from)
                : Hash.ofNode(fold(leaves, level - 1, from), fold(leaves, level - 1, from + (1 << (level - 1))));
    }

    /**
     * What speaks against the signature.
     *
     * @param book whom one believes
     * @param entry of the log
     * @param proof that its leaf was signed
     * @return nothing where it is right
     */
    static Optional<Verdict> fault(KeyBook.Entry signer, KeyBook book, byte[] entry, ProofFile proof) {
        var leaf = Leaf.parse(entry);
        var signed = Checkpoint.parse(proof.checkpoint().text());
        var name = signer.key().name();
        if (!signer.holdsAt(leaf.at())) {
            return Optional.of(Verdict.of(Reason.KEY_DID_NOT_HOLD, name, leaf.at()));
        }
        var root = new InclusionProof(proof.index(), signed.size(), proof.path()).root(Hash.ofLeaf(entry));
        boolean covers = signed.origin().startsWith(name + "/")
                && root.filter(signed.root()::equals).isPresent();
        return covers && book.list(signer.organisation(), leaf.at()).stream().allMatch(proof.checkpoint()::isSignedBy)
                ? Optional.empty()
                : Optional.of(Verdict.of(Reason.NOT_SIGNED, name));
    }
}
