package io.chengyun.platform.sensing;

import java.util.List;

/**
 * What became of the rows somebody sent (回执), given only after the commit: received = stored + rejected.
 *
 * @param received rows that came
 * @param stored rows that are now stored
 * @param rejected the others, in row order
 */
public record Receipt(int received, int stored, List<Rejected> rejected) {

    public Receipt {
        rejected = List.copyOf(rejected);
    }

    /** A row, counted from 1, and why it was not stored. */
    public record Rejected(int row, Reject why) {}
}
