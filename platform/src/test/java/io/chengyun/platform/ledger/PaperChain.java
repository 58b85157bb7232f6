package io.chengyun.platform.ledger;

import io.chengyun.kernel.Fault;
import io.chengyun.platform.ledger.anchor.Anchor;
import io.chengyun.platform.ledger.anchor.AnchorSettings;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A chain on paper, which takes two steps for a checkpoint and can be gone. One for the whole test run. */
public final class PaperChain implements Anchor, Anchor.Maker {

    static final List<String> HELD = new ArrayList<>();
    static final List<String> REMEMBERED = new ArrayList<>();
    static boolean gone;

    @Override
    public Anchor make(AnchorSettings settings) {
        return this;
    }

    @Override
    public Step advance(String checkpoint, String memory, Instant now) {
        if (gone) {
            throw new Fault("ledger:chain-unreachable", new IOException("gone"));
        }
        REMEMBERED.add(memory);
        if (memory.equals(NOTHING_YET)) {
            return new Step("signed", true, null);
        }
        if (memory.equals("signed")) {
            return new Step("sent", false, null);
        }
        HELD.add(checkpoint);
        return new Step("held", false, new Receipt(7, HELD.size(), "0xab", "receipt of " + checkpoint));
    }
}
