package io.chengyun.platform.objects;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files in a folder by their digest (摘要文件夹): {@code ab/abcdef…}. What was kept is there after a power cut. */
public final class DigestFolder {

    private final Path folder;

    public DigestFolder(Path folder) {
        this.folder = folder;
    }

    /** An empty file beside them, for whoever writes one to be kept; whoever asked for it deletes it if it was not. */
    public Path draft() throws IOException {
        Files.createDirectories(folder);
        return Files.createTempFile(folder, "draft", "");
    }

    /** Keeps what was written under its digest; the same again changes nothing. */
    public void keep(String digest, Path draft) throws IOException {
        var target = path(digest);
        Files.createDirectories(target.getParent());
        try (var file = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        // The name itself must be on the disk too.
        try (var names = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    /** Where it lies, or would. */
    public Path path(String digest) {
        return folder.resolve(digest.substring(0, 2)).resolve(digest);
    }
}
