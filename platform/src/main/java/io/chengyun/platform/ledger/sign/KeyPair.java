package io.chengyun.platform.ledger.sign;

import io.chengyun.proof.Note;
import io.chengyun.proof.NoteSigner;
import java.time.Instant;
import java.util.List;

/** The two keys of one signer (双算法密钥), Ed25519 and SM2 under one name: whoever believes only one of them can check that line. */
public record KeyPair(NoteSigner ed25519, Sm2Signer sm2) {

    /** Id of the first of them, by which leaves name the signer. */
    public int id() {
        return ed25519.key().id();
    }

    public String name() {
        return ed25519.key().name();
    }

    /** The text with a line of each. */
    public Note sign(String text, Instant at) {
        return new Note(text, List.of(ed25519.sign(text, at), sm2.sign(text, at)));
    }
}
