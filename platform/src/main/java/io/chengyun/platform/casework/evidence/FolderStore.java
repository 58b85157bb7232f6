package io.chengyun.platform.casework.evidence;

import io.chengyun.kernel.Fault;
import io.chengyun.platform.objects.DigestFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Evidence in a folder (文件证据库). */
final class FolderStore implements EvidenceStore {

    private final DigestFolder folder;

    FolderStore(Path folder) {
        this.folder = new DigestFolder(folder);
    }

    @Override
    public void keep(String digest, byte[] bytes) {
        var target = folder.path(digest);
        try {
            if (Files.exists(target) && Files.size(target) == bytes.length) {
                return;
            }
            var draft = folder.draft();
            try {
                Files.write(draft, bytes);
                folder.keep(digest, draft);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException broken) {
            throw new Fault("casework:evidence-not-kept", broken);
        }
    }

    @Override
    public byte[] read(String digest) {
        try {
            return Files.readAllBytes(folder.path(digest));
        } catch (IOException gone) {
            throw new Fault("casework:evidence-gone", gone);
        }
    }
}
