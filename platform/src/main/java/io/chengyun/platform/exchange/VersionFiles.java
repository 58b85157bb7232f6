package io.chengyun.platform.exchange;

import io.chengyun.kernel.Fault;
import io.chengyun.platform.objects.Digest;
import io.chengyun.platform.objects.DigestFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** The tables themselves, in a folder by their digest (版本文件). */
@Component
class VersionFiles {

    private final DigestFolder folder;

    VersionFiles(ExchangeSettings settings) {
        this.folder = new DigestFolder(Path.of(settings.folder()));
    }

    /** An empty file in the folder, for whoever writes a table; it deletes it or has it kept. */
    Path draft() {
        try {
            return folder.draft();
        } catch (IOException full) {
            throw new Fault("exchange:version-not-kept", full);
        }
    }

    /** Keeps what was written under its digest; the same again changes nothing. */
    String keep(Path draft) {
        try {
            var digest = Digest.of(draft);
            folder.keep(digest, draft);
            return digest;
        } catch (IOException full) {
            throw new Fault("exchange:version-not-kept", full);
        }
    }

    void drop(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException stuck) {
            throw new Fault("exchange:version-not-kept", stuck);
        }
    }

    /** The table of this digest, looked at once more: what was changed by hand is given to nobody. */
    Path get(String digest) {
        var table = folder.path(digest);
        try {
            if (!Digest.of(table).equals(digest)) {
                throw new Fault("exchange:version-damaged", new IOException("not what was kept: " + digest));
            }
            return table;
        } catch (IOException gone) {
            throw new Fault("exchange:version-gone", gone);
        }
    }

    byte[] bytes(Path table) {
        try {
            return Files.readAllBytes(table);
        } catch (IOException gone) {
            throw new Fault("exchange:version-gone", gone);
        }
    }
}
