package io.chengyun.proof.tile;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tiles in memory, for tests. */
public final class MemoryTiles implements TileStore {

    public final Map<String, byte[]> files = new TreeMap<>();

    @Override
    public Optional<byte[]> find(String path) {
        return Optional.ofNullable(files.get(path)).map(byte[]::clone);
    }

    @Override
    public void write(String path, byte[] content) {
        files.put(path, content.clone());
    }
}
