package io.chengyun.platform.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PostgreSQL server that we start, watch and stop ourselves, on loopback. Guarded by its own monitor. */
final class EmbeddedServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final int VALID_SECONDS = 5;

    private final DataFolder data;
    private final boolean durable;
    private final int port;
    private EmbeddedPostgres server;

    private EmbeddedServer(DataFolder data, boolean durable, int port) throws IOException {
        this.data = data;
        this.durable = durable;
        this.port = port;
        this.server = launch();
    }

    static EmbeddedServer start(PostgresSettings settings) {
        var data = DataFolder.take(settings.data().toAbsolutePath().normalize());
        try {
            if (settings.fresh()) {
                data.empty();
            }
            int port = settings.port() == 0 ? freePort() : settings.port();
            return new EmbeddedServer(data, settings.durable(), port);
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded database did not start on " + settings.data(), e);
        }
    }

    private EmbeddedPostgres launch() throws IOException {
        data.stopOrphan();
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(data.folder())
                .setCleanDataDirectory(false)
                // the library's own hook would stop the server while the house still shuts down, and be taken for a
                // crash
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                // what is planned while a table is empty is planned anew when it no longer is, and the journal's inbox
                // does not fill with what was taken from it
                .setServerConfig("autovacuum_naptime", "10s")
                // to look at a table again is dear, and what has not doubled is still much as it was
                .setServerConfig("autovacuum_analyze_scale_factor", "1")
                .setServerConfig("default_statistics_target", "30")
                .setPGStartupWait(Duration.ofSeconds(60));
        // said in full: the library's own defaults are for tests and lose what was committed
        var wait = durable ? "on" : "off";
        builder.setServerConfig("fsync", wait)
                .setServerConfig("full_page_writes", wait)
                .setServerConfig("synchronous_commit", wait);
        return builder.start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** Starts the server anew if it no longer answers; called by the supervisor. */
    synchronized void reviveIfGone() {
        if (answers()) {
            return;
        }
        log.warn("the embedded database does not answer: starting it again on {}", data.folder());
        try {
            server.close();
            server = launch();
        } catch (IOException | IllegalStateException e) {
            log.error("the embedded database did not come back; trying again", e);
        }
    }

    private boolean answers() {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            return connection.isValid(VALID_SECONDS);
        } catch (SQLException gone) {
            return false;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        server.close();
        data.close();
    }
}
