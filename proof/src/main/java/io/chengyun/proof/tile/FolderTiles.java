package io.chengyun.proof.tile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Tiles in a folder (文件夹存放), which any static server can serve as it is. Any thread may read, one writes. */
public final class FolderTiles implements TileStore {

    private static final String UNFINISHED = ".new";

    /** They wait for the disk and do nothing else. */
    private static final ExecutorService FORCING = Executors.newFixedThreadPool(16, work -> {
        var thread = new Thread(work, "tiles to disk");
        thread.setDaemon(true);
        return thread;
    });

    private final Path folder;
    private final List<Path> unsafe = new ArrayList<>();

    public FolderTiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<byte[]> find(String path) {
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(path)));
        } catch (NoSuchFileException notThere) {
            return Optional.empty();
        } catch (IOException cannotSay) {
            throw new UncheckedIOException(cannotSay);
        }
    }

    @Override
    public void sweep(Tile full) {
        try (var partial = Files.newDirectoryStream(folder.resolve(full.path() + Tile.PARTIAL))) {
            for (var file : partial) {
                Files.delete(file);
            }
            Files.delete(folder.resolve(full.path() + Tile.PARTIAL));
        } catch (NoSuchFileException none) {
            return;
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    @Override
    public void write(String path, byte[] content) {
        var file = folder.resolve(path);
        try {
            var unfinished = unfinished(file, content);
            force(unfinished);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Override
    public void put(String path, byte[] content) {
        var file = folder.resolve(path);
        try {
            Files.move(
                    unfinished(file, content),
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        unsafe.add(file);
    }

    private static Path unfinished(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file.resolveSibling(file.getFileName() + UNFINISHED), content);
    }

    /** Many at once: the disk makes them safe together. */
    @Override
    public void flush() {
        try {
            var forced = unsafe.stream()
                    .map(file -> CompletableFuture.runAsync(() -> force(file), FORCING))
                    .toList();
            forced.forEach(CompletableFuture::join);
            unsafe.clear();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof UncheckedIOException disk ? disk : failed;
        }
    }

    private static void force(Path file) {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(false);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
