package io.chengyun.platform.postgres;

import io.chengyun.kernel.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded server's data folder, ours alone while we run.
 *
 * <p>A server whose owner was killed lives on and bars the next start: it is stopped by what {@code postmaster.pid}
 * names, but only if that process really is a server on this folder.
 */
final class DataFolder implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DataFolder.class);
    private static final int STOP_TRIES = 200;
    private static final long TRY_MILLIS = 100;

    private final Path folder;
    private final FileChannel channel;

    private DataFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Takes the folder for this process. */
    static DataFolder take(Path folder) {
        try {
            Files.createDirectories(folder);
            var lockFile = folder.resolveSibling(folder.getFileName() + ".lock");
            var channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel).isEmpty()) {
                channel.close();
                throw new Fault(
                        "postgres:data-in-use",
                        new IllegalStateException("another Chengyun runs on " + folder + ": stop it, or choose another"
                                + " folder with chengyun.postgres.data"));
            }
            return new DataFolder(folder, channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException takenByOurselves) {
            return Optional.empty();
        }
    }

    Path folder() {
        return folder;
    }

    /** Stops a server that an earlier owner left behind, and clears its mark. */
    void stopOrphan() {
        var mark = folder.resolve("postmaster.pid");
        if (!Files.exists(mark)) {
            return;
        }
        try {
            List<String> lines = Files.readAllLines(mark);
            long pid = lines.isEmpty() ? 0 : Long.parseLong(lines.get(0).strip());
            ProcessHandle.of(pid).filter(this::servesThisFolder).ifPresent(this::stop);
            Files.deleteIfExists(mark);
        } catch (NumberFormatException torn) {
            log.warn("{} is torn; starting as if no server had been left", mark);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws away what an earlier run left, its server first. */
    void empty() throws IOException {
        stopOrphan();
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        Files.createDirectories(folder);
    }

    private boolean servesThisFolder(ProcessHandle process) {
        var commandLine = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        try {
            // a process that has ended but whose parent has not asked has no words left
            var words = List.of(Files.readString(commandLine).split("\0"));
            return words.get(0).contains("postgres") && words.stream().anyMatch(word -> word.equals(folder.toString()));
        } catch (IOException noSuchProcessOrNoProc) {
            return process.isAlive() && process.info().command().orElse("").contains("postgres");
        }
    }

    private void stop(ProcessHandle server) {
        log.info("stopping the database server {} that an earlier run left behind", server.pid());
        server.destroy();
        if (!endsWithin(server, STOP_TRIES)) {
            server.destroyForcibly();
            endsWithin(server, STOP_TRIES);
        }
    }

    private boolean endsWithin(ProcessHandle server, int tries) {
        for (int i = 0; i < tries && servesThisFolder(server); i++) {
            try {
                server.onExit().orTimeout(TRY_MILLIS, TimeUnit.MILLISECONDS).join();
            } catch (CompletionException notYet) {
                log.debug("server {} has not ended yet", server.pid(), notYet);
            }
        }
        return !servesThisFolder(server);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
