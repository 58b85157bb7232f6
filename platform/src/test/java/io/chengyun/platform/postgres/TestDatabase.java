package io.chengyun.platform.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A real, empty PostgreSQL database for each test context, on one server for the whole test run. Use with
 * {@code @ContextConfiguration(initializers = TestDatabase.class)}; loops are off unless the test asks for them with
 * {@code chengyun.journal.live=true}.
 */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** A fresh database's JDBC URL. */
    public static String create() {
        var name = "test" + COUNT.incrementAndGet();
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return "jdbc:postgresql://127.0.0.1:" + Server.POSTGRES.getPort() + "/" + name;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var live = environment.getProperty("chengyun.journal.live", "false");
        if (!environment.containsProperty("chengyun.postgres.url")) {
            TestPropertyValues.of("chengyun.postgres.url=" + create()).applyTo(environment);
        }
        var mqtt = environment.getProperty("chengyun.mqtt.enabled", "false");
        TestPropertyValues.of(
                        "chengyun.journal.live=" + live,
                        "chengyun.mqtt.enabled=" + mqtt,
                        "chengyun.casework.evidence.folder=target/evidence",
                        // a log belongs to its database
                        "chengyun.ledger.folder=target/ledger/" + COUNT.incrementAndGet(),
                        "chengyun.ledger.fresh=true",
                        // or a month of a test's time is two million looks
                        "chengyun.ledger.tamper.rows=" + environment.getProperty("chengyun.ledger.tamper.rows", "0"),
                        "chengyun.postgres.connections=6")
                .applyTo(environment);
    }

    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C.UTF-8")
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("timezone", "UTC")
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
