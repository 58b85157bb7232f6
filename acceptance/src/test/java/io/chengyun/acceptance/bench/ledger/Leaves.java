package io.chengyun.acceptance.bench.ledger;

import io.chengyun.proof.Algorithm;
import io.chengyun.proof.Checkpoint;
import io.chengyun.proof.Leaf;
import io.chengyun.proof.Note;
import io.chengyun.proof.NoteSigner;
import io.chengyun.proof.tile.TileStore;
import io.chengyun.proof.tile.TiledTree;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Prepared leaves, and logs made of them. */
final class Leaves {

    static final NoteSigner SIGNER = NoteSigner.generate("bench.example/log", Algorithm.ED25519, new SecureRandom());

    private static final Instant AT = Instant.parse("2020-07-01T00:00:00Z");
    private static final int NODE_BYTES = 65;
    private static final int ROUNDS = 2_000_000;

    private Leaves() {}

    /** An entry as long as the house's own. */
    static byte[] entry(long number) {
        var promise = new byte[32];
        ByteBuffer.wrap(promise).putLong(number);
        return new Leaf(AT.plusMillis(number), 0, promise, promise).toBytes();
    }

    /** A log of so many leaves, with its checkpoint; the seconds that it took. */
    static double grow(TileStore tiles, long size) {
        long begin = System.nanoTime();
        var tree = TiledTree.open(tiles, 0);
        for (long number = 1; number <= size; number++) {
            tree.append(entry(number));
        }
        tree.write();
        var text = new Checkpoint(SIGNER.key().name(), size, tree.root()).text();
        var note = new Note(text, List.of(SIGNER.sign(text, AT)));
        tiles.write("checkpoint", note.format().getBytes(StandardCharsets.UTF_8));
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Leaves a second whose two digests, of the leaf and of a node, SHA-256 makes on one thread and nothing else. */
    static double plainRate() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            byte[] leaf = entry(1);
            var node = new byte[NODE_BYTES];
            double best = 0;
            for (int round = 0; round < 3; round++) {
                long begin = System.nanoTime();
                for (int i = 0; i < ROUNDS; i++) {
                    node[i % 32] = digest.digest(leaf)[0];
                    leaf[i % 32] = digest.digest(node)[0];
                }
                best = Math.max(best, ROUNDS / ((System.nanoTime() - begin) / 1e9));
            }
            return best;
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The store without bundles of entries, where they are not asked for. */
    record HashesOnly(TileStore tiles) implements TileStore {

        @Override
        public Optional<byte[]> find(String path) {
            return tiles.find(path);
        }

        @Override
        public void write(String path, byte[] content) {
            if (!path.startsWith("tile/entries/")) {
                tiles.write(path, content);
            }
        }
    }
}
