package io.chengyun.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.chengyun.kernel.Fault;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {

    @TempDir
    Path folder;

    private EmbeddedServer start(boolean fresh) {
        return EmbeddedServer.start(new PostgresSettings("", "postgres", "", folder.resolve("pg"), 0, fresh, true, 2));
    }

    private static void execute(EmbeddedServer server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.url(), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(EmbeddedServer server) throws SQLException {
        try (var connection = DriverManager.getConnection(server.url(), "postgres", "");
                var rows = connection.createStatement().executeQuery("select count(*) from kept")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private ProcessHandle process() throws IOException {
        var mark = Files.readAllLines(folder.resolve("pg/postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(mark.get(0).strip())).orElseThrow();
    }

    /** A process that has ended may still be listed while nobody asks for it, but without a command line. */
    private static boolean serves(ProcessHandle process) throws IOException {
        var words = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        return Files.exists(words) && Files.readString(words).contains("postgres");
    }

    @Test
    void dataSurvivesARestartAndTheServerStopsWithUs() throws Exception {
        ProcessHandle process;
        try (var server = start(false)) {
            process = process();
            execute(server, "create table kept as select 1 as one");
            assertThatThrownBy(() -> start(false))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("postgres:data-in-use");
        }
        assertThat(serves(process)).isFalse();
        try (var server = start(false)) {
            assertThat(count(server)).isEqualTo(1);
        }
    }

    @Test
    void noQuestionIsCompiledAndATextIsOfNoKindBeforeItIsUsed() throws Exception {
        var settings = new PostgresSettings("", "postgres", "", folder.resolve("pg"), 0, false, false, 2);
        try (var server = EmbeddedServer.start(settings);
                var pool = (HikariDataSource) new PostgresConfiguration().dataSource(settings, server);
                var connection = pool.getConnection();
                var question = connection.prepareStatement("select current_setting('jit'), date '2026-11-27' = ?")) {
            question.setString(1, "2026-11-27"); // a varchar would be no date
            try (var answer = question.executeQuery()) {
                assertThat(answer.next()).isTrue();
                assertThat(answer.getString(1)).isEqualTo("off");
                assertThat(answer.getBoolean(2)).isTrue();
            }
        }
    }

    @Test
    void orphanOfAKilledOwnerIsStopped() throws Exception {
        // what a killed owner leaves: a server on the folder that nobody stops
        var owner = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("pg"))
                .setCleanDataDirectory(false)
                .start();
        var orphan = process();
        assertThat(serves(orphan)).isTrue();
        try (var data = DataFolder.take(folder.resolve("pg"))) {
            data.stopOrphan();
            assertThat(serves(orphan)).isFalse();
            assertThat(folder.resolve("pg/postmaster.pid")).doesNotExist();
        }
        owner.close();
    }

    @Test
    void serverThatDiesIsStartedAgainOnTheSamePort() throws Exception {
        try (var server = start(false)) {
            execute(server, "create table kept as select 1 as one");
            var process = process();
            process.destroyForcibly();
            Awaitility.await().until(() -> !serves(process));
            server.reviveIfGone();
            assertThat(count(server)).isEqualTo(1);
        }
    }

    @Test
    void freshStartThrowsAwayWhatWasThere() throws Exception {
        try (var server = start(false)) {
            execute(server, "create table kept as select 1 as one");
        }
        try (var server = start(true)) {
            assertThatThrownBy(() -> count(server)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void strangersProcessUnderARecycledNumberIsLeftAlone() throws Exception {
        Files.createDirectories(folder.resolve("pg"));
        Files.writeString(
                folder.resolve("pg/postmaster.pid"), ProcessHandle.current().pid() + "\n" + folder + "\n");
        try (var data = DataFolder.take(folder.resolve("pg"))) {
            data.stopOrphan();
            assertThat(folder.resolve("pg/postmaster.pid")).doesNotExist();
        }
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }
}
