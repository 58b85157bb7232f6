package io.chengyun.platform.sensing;

import java.util.List;

/**
 * Hears observations as they are stored (观测监听).
 *
 * <p>Called on one thread at a time, inside the transaction that stores the batch, so what it writes to the database is
 * exactly as old as the observations. It keeps nothing in memory that a rollback would make a lie, and is quick: the
 * senders wait. What it throws undoes the batch.
 */
public interface ObservationListener {

    void onStored(StoredBatch batch);

    /** Hears, after what is new, of what was stored before and is another now; one a stream. */
    default void onCorrected(List<StoredBatch.Correction> corrections) {}
}
