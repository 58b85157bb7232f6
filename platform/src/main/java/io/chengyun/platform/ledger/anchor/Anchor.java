package io.chengyun.platform.ledger.anchor;

import io.chengyun.kernel.Fault;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A chain that keeps checkpoints for us (锚定), one step at a time. What it has to remember is written down by the house between two steps,
 * so it may be stopped in any of them: a step never sends what was not written down before it.
 */
public interface Anchor {

    /** What a task remembers before its first step. */
    String NOTHING_YET = "";

    /**
     * Goes on with a task.
     *
     * @param checkpoint the text that is to be anchored, without signatures
     * @param memory as the step before left it, {@link #NOTHING_YET} at first
     * @throws Fault where the chain is gone, or is not the one that the settings name: the task stays as it was
     */
    Step advance(String checkpoint, String memory, Instant now);

    /**
     * How far a task has come (锚定步骤).
     *
     * @param memory for the next step
     * @param again whether there is more to do at once
     * @param receipt once it stands in the chain; null before
     */
    record Step(String memory, boolean again, @Nullable Receipt receipt) {}

    /**
     * Where it stands (锚定凭据).
     *
     * @param chain the chain's number
     * @param block the block's number
     * @param transaction its hash, with {@code 0x}
     * @param file the receipt that {@code proof.jar anchor} reads
     */
    record Receipt(long chain, long block, String transaction, String file) {}

    /** Makes an anchor of a kind (锚定适配): found by {@link java.util.ServiceLoader} in the jars that the settings name. */
    interface Maker {

        /** @throws Fault where the key file is not there, or others may read it */
        Anchor make(AnchorSettings settings);
    }
}
