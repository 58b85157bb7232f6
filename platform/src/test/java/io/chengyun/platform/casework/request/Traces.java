package io.chengyun.platform.casework.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where in a database and in files a word still stands. */
final class Traces {

    private final JdbcClient jdbc;

    Traces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every table of every schema that has a row with the word in it, as text or in bytes. */
    TreeSet<String> of(String word) {
        var holding = new TreeSet<String>();
        for (var table : tables()) {
            long rows = jdbc.sql("select count(*) from " + table
                            + " as one where strpos(one::text, ?) > 0 or strpos(one::text, ?) > 0")
                    .params(word, HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8)))
                    .query(Long.class)
                    .single();
            if (rows > 0) {
                holding.add(table);
            }
        }
        return holding;
    }

    private List<String> tables() {
        return jdbc.sql("""
                        select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
                        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                        """).query(String.class).list();
    }

    /** Every file below the folder with the word in it. */
    static List<Path> of(String word, Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> latin(file)
                            .contains(new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String latin(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
