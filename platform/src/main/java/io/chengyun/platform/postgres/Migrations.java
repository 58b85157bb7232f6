package io.chengyun.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Brings each module's schema up to date: one folder {@code db/<module>}, one schema of the same name. */
final class Migrations {

    private static final Pattern MODULE = Pattern.compile(".*/db/([a-z]+)/V[^/]+\\.sql$");

    private Migrations() {}

    static void run(DataSource dataSource) {
        modules()
                .forEach(module -> Flyway.configure()
                        .dataSource(dataSource)
                        .schemas(module)
                        .defaultSchema(module)
                        .createSchemas(true)
                        .locations("classpath:db/" + module)
                        .load()
                        .migrate());
    }

    private static SortedSet<String> modules() {
        try {
            var scripts = new PathMatchingResourcePatternResolver().getResources("classpath*:db/*/V*.sql");
            return Arrays.stream(scripts).map(Migrations::module).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String module(Resource script) {
        try {
            var matcher = MODULE.matcher(script.getURL().toString());
            if (!matcher.matches()) {
                throw new IllegalStateException(script + " lies in no module's folder");
            }
            return matcher.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
