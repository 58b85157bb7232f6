package io.chengyun.proof.tile;

import io.chengyun.proof.Hash;
import io.chengyun.proof.Tree;
import io.chengyun.proof.Unreadable;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A tree that grows in its tiles (分块树). Full tiles are written on the way, the unfinished ones by {@link #write}, which returns when all are safe.
 * One entry after the other gives the same files, however often it was interrupted. Not for two threads at once.
 */
public final class TiledTree {

    /** So many hold 2^63 - 1 leaves. */
    private static final int LEVELS = 8;

    /** So many full tiles are made safe together. */
    private static final int TOGETHER = 256;

    private final TileStore store;
    private final List<Edge> edges = new ArrayList<>();
    /** Full tiles that are not known to be safe yet. */
    private final List<Tile> filled = new ArrayList<>();

    private final ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    private long size;

    /** The unfinished tile of one level. */
    private static final class Edge {
        private final byte[] hashes = new byte[Tile.FULL * Hash.LENGTH];
        private int width;
    }

    private TiledTree(TileStore store, long size) {
        this.store = store;
        this.size = size;
    }

    /**
     * The tree as it stood at the size.
     *
     * @throws Unreadable if its last tiles are not there
     */
    public static TiledTree open(TileStore store, long size) {
        var tree = new TiledTree(store, size);
        for (int level = 0; level < LEVELS && size >> Tile.HEIGHT * level > 0; level++) {
            tree.edges.add(tree.edge(level));
        }
        int width = (int) (size % Tile.FULL);
        if (width > 0) {
            var tile = Tile.within(size, Tile.ENTRIES, size / Tile.FULL);
            byte[] bytes = tree.need(tile);
            Bundle.read(tile.path(), bytes, width).forEach(entry -> Bundle.add(tree.bundle, entry));
        }
        return tree;
    }

    private Edge edge(int level) {
        var edge = new Edge();
        long there = size >> Tile.HEIGHT * level;
        edge.width = (int) (there % Tile.FULL);
        if (edge.width > 0) {
            var tile = Tile.within(size, level, there / Tile.FULL);
            byte[] bytes = need(tile);
            if (bytes.length < edge.width * Hash.LENGTH) {
                throw new Unreadable(tile.path() + ": ends after " + bytes.length + " bytes");
            }
            System.arraycopy(bytes, 0, edge.hashes, 0, edge.width * Hash.LENGTH);
        }
        return edge;
    }

    private byte[] need(Tile tile) {
        return store.find(tile).orElseThrow(() -> new Unreadable(tile.path() + ": is missing"));
    }

    public long size() {
        return size;
    }

    /** Puts an entry behind the others. */
    public void append(byte[] entry) {
        Bundle.add(bundle, entry);
        push(0, Hash.ofLeaf(entry));
        if (++size % Tile.FULL == 0) {
            writeFull(new Tile(Tile.ENTRIES, size / Tile.FULL - 1, Tile.FULL), bundle.toByteArray());
            bundle.reset();
        }
    }

    private void push(int level, Hash hash) {
        if (level == edges.size()) {
            edges.add(new Edge());
        }
        var edge = edges.get(level);
        hash.write(edge.hashes, edge.width++ * Hash.LENGTH);
        if (edge.width == Tile.FULL) {
            long tile = size >> Tile.HEIGHT * (level + 1);
            writeFull(new Tile(level, tile, Tile.FULL), edge.hashes);
            edge.width = 0;
            push(level + 1, Tile.root(edge.hashes, 0, Tile.HEIGHT));
        }
    }

    private void writeFull(Tile tile, byte[] content) {
        store.put(tile.path(), content);
        filled.add(tile);
        if (filled.size() >= TOGETHER) {
            flush();
        }
    }

    private void flush() {
        store.flush();
        filled.forEach(store::sweep);
        filled.clear();
    }

    public Hash root() {
        return new Tree(size, this::onTheEdge).root();
    }

    /** The root of a tree asks for nothing but what lies in unfinished tiles. */
    private Hash onTheEdge(int level, long index) {
        int height = level % Tile.HEIGHT;
        int first = (int) ((index << height) % Tile.FULL);
        return Tile.root(edges.get(level / Tile.HEIGHT).hashes, first, height);
    }

    /** Writes the unfinished tiles, so that a checkpoint of this size can be believed. */
    public void write() {
        for (int level = 0; level < edges.size(); level++) {
            var edge = edges.get(level);
            if (edge.width > 0) {
                long number = (size >> Tile.HEIGHT * level) / Tile.FULL;
                var bytes = Arrays.copyOf(edge.hashes, edge.width * Hash.LENGTH);
                store.put(new Tile(level, number, edge.width).path(), bytes);
            }
        }
        if (bundle.size() > 0) {
            var tile = new Tile(Tile.ENTRIES, size / Tile.FULL, (int) (size % Tile.FULL));
            store.put(tile.path(), bundle.toByteArray());
        }
        flush();
    }
}
