package io.chengyun.acceptance.bench.casework;

import io.chengyun.platform.Chengyun;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.CaseFile;
import io.chengyun.platform.casework.Casework;
import io.chengyun.platform.casework.Casework.Report;
import io.chengyun.platform.casework.Given;
import io.chengyun.platform.place.Position;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole house in this process with its own database, and district-wide staff who take cases along. */
final class CaseHouse implements AutoCloseable {

    static final String DISTRICT = "D310112";

    private static final Position POINT = new Position(121.41, 31.08);

    private final ConfigurableApplicationContext context;
    private final Casework casework;

    private CaseHouse(ConfigurableApplicationContext context) {
        this.context = context;
        this.casework = context.getBean(Casework.class);
    }

    /**
     * @param more settings beside the usual ones
     */
    static CaseHouse start(Path folder, Map<String, Object> more) {
        var settings = new java.util.HashMap<String, Object>(more);
        settings.put("chengyun.postgres.data", folder.resolve("postgres").toString());
        settings.put("chengyun.access.sample-accounts", "true");
        settings.put("chengyun.access.hash-strength", "4");
        settings.put("chengyun.mqtt.enabled", "false");
        settings.put("logging.threshold.console", "off");
        return new CaseHouse(new SpringApplicationBuilder(Chengyun.class)
                .properties(settings)
                // said louder than the application's own file says it
                .run("--server.port=0"));
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    Connection connect() throws SQLException {
        return context.getBean(DataSource.class).getConnection();
    }

    static Caller of(Role role) {
        var name = role.name().toLowerCase(java.util.Locale.ROOT);
        return new Caller(name, name, name, Set.of(role), DISTRICT, null);
    }

    CaseFile report(int number) {
        var report = new Report("0506", "路口积水 " + number, "约两百平方米", POINT, CaseFile.Source.PATROL);
        return casework.report(report, of(Role.INSPECTOR));
    }

    CaseFile act(CaseFile file, String action, Given given, Role role) {
        return casework.act(file.id(), action, given, of(role));
    }

    /** A count read from the database. */
    long count(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    /** Something read from the database. */
    String text(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    void run(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Something that one of several does, by its number. */
    interface Part {
        void run(int number) throws Exception;
    }

    /** Lets so many do the same at once and waits for all. */
    static void together(int workers, Part part) throws Exception {
        var pool = Executors.newFixedThreadPool(workers);
        try {
            List<Callable<Boolean>> parts = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                int number = i;
                parts.add(() -> {
                    part.run(number);
                    return true;
                });
            }
            for (var done : pool.invokeAll(parts)) {
                done.get();
            }
        } finally {
            pool.shutdown();
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
