package io.chengyun.platform.ledger;

import io.chengyun.kernel.Fault;
import io.chengyun.platform.objects.Bucket;
import io.chengyun.platform.objects.Bucket.Content;
import io.chengyun.proof.tile.Tile;
import io.chengyun.proof.tile.TileStore;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tiles in an S3-compatible store (对象分块), under the names by which everybody reads them. Any thread may read, one writes.
 * The store answers a put when the file is safe, so that the commit after {@link #flush} can believe it.
 */
final class BucketTiles implements TileStore {

    /** A full or partial tile never changes once a checkpoint is over it. */
    private static final String FOREVER = "public, max-age=31536000, immutable";

    private static final String FRESH = "no-cache";

    private final Bucket bucket;
    /** The newest of one name: what a failed step left here is written again by the next, with other salts. */
    private final Map<String, Content> waiting = new LinkedHashMap<>();

    BucketTiles(Bucket bucket) {
        this.bucket = bucket;
    }

    /** Throws away what says that there is a log; its tiles are written over, each before anybody is told of it. */
    void forget() {
        try {
            bucket.deleteAll(List.of(Publication.PATH));
        } catch (IOException no) {
            throw fault("ledger:old-log-in-the-way", no);
        }
    }

    @Override
    public Optional<byte[]> find(String path) {
        try {
            return bucket.find(path);
        } catch (IOException no) {
            throw fault("ledger:tiles-not-read", no);
        }
    }

    @Override
    public void write(String path, byte[] content) {
        try {
            bucket.put(path, new Content(content, FRESH));
        } catch (IOException no) {
            throw fault("ledger:tiles-not-kept", no);
        }
    }

    @Override
    public void put(String path, byte[] content) {
        // whoever grows the tree fills the same array again before these are sent
        waiting.put(path, new Content(content.clone(), FOREVER));
    }

    @Override
    public void flush() {
        try {
            bucket.putAll(waiting);
        } catch (IOException no) {
            throw fault("ledger:tiles-not-kept", no);
        } finally {
            waiting.clear();
        }
    }

    @Override
    public void sweep(Tile full) {
        try {
            bucket.deleteAll(bucket.list(full.path() + Tile.PARTIAL + "/"));
        } catch (IOException no) {
            throw fault("ledger:tiles-not-swept", no);
        }
    }

    private static Fault fault(String code, IOException why) {
        return new Fault(code, why);
    }
}
