package io.chengyun.proof;

import io.chengyun.proof.tile.MemoryTiles;
import io.chengyun.proof.tile.TileHashes;
import io.chengyun.proof.tile.TiledTree;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A log with records, signed and witnessed, for tests. */
public final class Story {

    public static final Instant NOW = Instant.parse("2026-11-26T08:00:00.123456Z");
    private static final byte[] SALT = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);

    public final MemoryTiles tiles = new MemoryTiles();
    public final NoteSigner log = signer("city.example/log", Algorithm.ED25519);
    public final List<NoteSigner> witnesses = List.of(
            signer("w1.example", Algorithm.COSIGNATURE),
            signer("w2.example", Algorithm.COSIGNATURE),
            signer("w3.example", Algorithm.COSIGNATURE));
    private final List<byte[]> entries = new ArrayList<>();
    private TiledTree tree = TiledTree.open(tiles, 0);

    private static NoteSigner signer(String name, Algorithm algorithm) {
        return NoteSigner.generate(name, algorithm, new SecureRandom());
    }

    /** Two of three witnesses are asked for. */
    public Policy policy() {
        return new Policy(
                List.of(log.key()),
                Map.of(
                        "W1", witnesses.get(0).key(),
                        "W2", witnesses.get(1).key(),
                        "W3", witnesses.get(2).key()),
                Map.of("Q", new Policy.Group(2, List.of("W1", "W2", "W3"))),
                "Q");
    }

    public static Statement record(long number) {
        return new Statement(
                number, NOW.plusSeconds(number), "casework.Closed", "C-" + number, "{\"n\":" + number + "}");
    }

    /** Grows to so many records, and publishes that. */
    public Story grow(long size) {
        while (tree.size() < size) {
            var record = record(tree.size() + 1);
            byte[] entry = Leaf.of(record.at(), 0, SALT, record.toBytes()).toBytes();
            entries.add(entry);
            tree.append(entry);
        }
        tree.write();
        tiles.write("checkpoint", note().format().getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public Checkpoint checkpoint() {
        return new Checkpoint(log.key().name(), tree.size(), tree.root());
    }

    /** Signed by the log alone. */
    public Note note() {
        var text = checkpoint().text();
        return new Note(text, List.of(log.sign(text, NOW)));
    }

    /** Seen by the first so many witnesses. */
    public Note note(int witnessed) {
        var note = note();
        return note.with(witnesses.subList(0, witnessed).stream()
                .map(witness -> witness.sign(note.text(), NOW))
                .toList());
    }

    public ProofFile proof(long number, int witnessed) {
        var opening = new Opening(
                entries.get((int) number - 1),
                new Opening.Shown(SALT, record(number).toBytes()));
        return proof(number, witnessed, opening);
    }

    public ProofFile proof(long number, int witnessed, Opening opening) {
        var path = new Tree(tree.size(), new TileHashes(tiles, tree.size()))
                .inclusion(number - 1)
                .path();
        return new ProofFile(opening.toBytes(), number - 1, path, note(witnessed));
    }

    public byte[] entry(long number) {
        return entries.get((int) number - 1);
    }

    public static byte[] salt() {
        return SALT.clone();
    }
}
