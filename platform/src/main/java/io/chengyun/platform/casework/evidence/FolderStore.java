package io.chengyun.platform.casework.evidence;

import io.chengyun.kernel.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Evidence in a folder (文件证据库): {@code ab/abcdef…}, written beside, forced to the disk, then renamed. */
final class FolderStore implements EvidenceStore {

    private final Path folder;

    FolderStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public void keep(String digest, byte[] bytes) {
        var target = target(digest);
        try {
            if (Files.exists(target) && Files.size(target) == bytes.length) {
                return;
            }
            Files.createDirectories(target.getParent());
            write(target, bytes);
        } catch (IOException broken) {
            throw new Fault("casework:evidence-not-kept", broken);
        }
    }

    private static void write(Path target, byte[] bytes) throws IOException {
        var beside = Files.createTempFile(target.getParent(), "part", "");
        try {
            try (var file = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                var rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    file.write(rest);
                }
                file.force(true);
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
        // The name itself must be on the disk too.
        try (var names = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    @Override
    public byte[] read(String digest) {
        try {
            return Files.readAllBytes(target(digest));
        } catch (IOException gone) {
            throw new Fault("casework:evidence-gone", gone);
        }
    }

    private Path target(String digest) {
        return folder.resolve(digest.substring(0, 2)).resolve(digest);
    }
}
