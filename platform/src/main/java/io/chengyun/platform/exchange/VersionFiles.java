package io.chengyun.platform.exchange;

import io.chengyun.kernel.Fault;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** The tables themselves, in a folder by their digest (版本文件): {@code ab/abcdef…}. What was kept is there after a power cut. */
@Component
class VersionFiles {

    private final Path folder;

    VersionFiles(ExchangeSettings settings) {
        this.folder = Path.of(settings.folder());
    }

    /** An empty file in the folder, for whoever writes a table; it deletes it or has it kept. */
    Path draft() {
        try {
            Files.createDirectories(folder);
            return Files.createTempFile(folder, "draft", ".csv");
        } catch (IOException full) {
            throw new Fault("exchange:version-not-kept", full);
        }
    }

    /** Keeps what was written under its digest; the same again changes nothing. */
    String keep(Path draft) {
        var digest = digest(draft);
        var target = target(digest);
        try {
            Files.createDirectories(target.getParent());
            try (var file = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                file.force(true);
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            // The name itself must be on the disk too.
            try (var names = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
                names.force(true);
            }
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
        var target = target(digest);
        if (!digest(target).equals(digest)) {
            throw new Fault("exchange:version-damaged", new IOException("not what was kept: " + digest));
        }
        return target;
    }

    byte[] bytes(Path table) {
        try {
            return Files.readAllBytes(table);
        } catch (IOException gone) {
            throw new Fault("exchange:version-gone", gone);
        }
    }

    /** SHA-256, hexadecimal. */
    static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static String digest(Path file) {
        try (var in = new DigestInputStream(Files.newInputStream(file), sha256())) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException gone) {
            throw new Fault("exchange:version-gone", gone);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Path target(String digest) {
        return folder.resolve(digest.substring(0, 2)).resolve(digest);
    }
}
