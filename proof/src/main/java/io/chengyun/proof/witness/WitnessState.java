package io.chengyun.proof.witness;

import io.chengyun.proof.Checkpoint;
import io.chengyun.proof.Unreadable;
import io.chengyun.proof.tile.FolderTiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The checkpoint that a witness signed last of each log (见证状态), in one file that is replaced whole. One process holds it at a
 * time: two that sign from one file would each believe the other's past.
 */
final class WitnessState implements AutoCloseable {

    private static final int LINES = 3;

    private final FolderTiles folder;
    private final String name;
    private final FileChannel lockFile;
    private final FileLock lock;
    private final Map<String, Checkpoint> last = new TreeMap<>();

    private WitnessState(Path file) {
        var whole = file.toAbsolutePath();
        this.folder = new FolderTiles(whole.resolveSibling("."));
        this.name = whole.getFileName().toString();
        try {
            this.lockFile = FileChannel.open(
                    whole.resolveSibling(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var held = lockFile.tryLock();
            if (held == null) {
                throw new Unreadable("state " + file + ": another witness holds it");
            }
            this.lock = held;
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        } catch (OverlappingFileLockException here) {
            throw new Unreadable("state " + file + ": another witness of this process holds it", here);
        }
    }

    /** @throws Unreadable if another witness holds the file, or if it is not one of these */
    static WitnessState open(Path file) throws IOException {
        var state = new WitnessState(file);
        try {
            state.folder.find(state.name).ifPresent(state::read);
            return state;
        } catch (Unreadable notOne) {
            state.close();
            throw notOne;
        }
    }

    private void read(byte[] bytes) {
        var lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
        if (lines.length % LINES != 1) {
            throw new Unreadable("state: is cut off in line " + lines.length);
        }
        for (int i = 0; i + LINES < lines.length; i += LINES) {
            var checkpoint = Checkpoint.parse("%s\n%s\n%s\n".formatted(lines[i], lines[i + 1], lines[i + 2]));
            last.put(checkpoint.origin(), checkpoint);
        }
    }

    Optional<Checkpoint> find(String origin) {
        return Optional.ofNullable(last.get(origin));
    }

    /** On the disk before it returns. */
    void keep(Checkpoint checkpoint) {
        var all = new TreeMap<>(last);
        all.put(checkpoint.origin(), new Checkpoint(checkpoint.origin(), checkpoint.size(), checkpoint.root()));
        var text = new StringBuilder();
        all.values().forEach(each -> text.append(each.text()));
        folder.write(name, text.toString().getBytes(StandardCharsets.UTF_8));
        last.putAll(all);
    }

    @Override
    public void close() throws IOException {
        lock.release();
        lockFile.close();
    }
}
