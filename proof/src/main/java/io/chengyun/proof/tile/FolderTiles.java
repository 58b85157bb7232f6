package io.chengyun.proof.tile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Tiles in a folder (文件夹存放), which any static server can serve as it is. */
public final class FolderTiles implements TileStore {

    private static final String UNFINISHED = ".new";

    private final Path folder;

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
    public void write(String path, byte[] content) {
        var file = folder.resolve(path);
        var unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        try {
            Files.createDirectories(file.getParent());
            try (var channel = FileChannel.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                var bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(false);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
