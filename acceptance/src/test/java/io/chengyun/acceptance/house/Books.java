package io.chengyun.acceptance.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What really stands in a running house's database, read past the house. */
public final class Books implements AutoCloseable {

    private final Connection connection;

    private Books(Connection connection) {
        this.connection = connection;
    }

    /** The books of a house that runs on its own database in the folder. */
    public static Books open(Path folder) {
        try {
            var port = Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                    .get(3)
                    .strip();
            return at("jdbc:postgresql://127.0.0.1:" + port + "/postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The books at a JDBC address. */
    public static Books at(String url) {
        try {
            return new Books(DriverManager.getConnection(url, "postgres", ""));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A single number. */
    public long number(String sql) {
        return numbers(sql).get(0);
    }

    /** One column of numbers. */
    public List<Long> numbers(String sql) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var numbers = new ArrayList<Long>();
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
            return numbers;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Every table of every schema that has the word in a row. */
    public List<String> holding(String word) {
        var holding = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
                        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                        """)) {
            while (rows.next()) {
                var table = rows.getString(1);
                if (number("select count(*) from " + table + " one where strpos(one::text, '" + word + "') > 0") > 0) {
                    holding.add(table);
                }
            }
            return holding;
        } catch (SQLException e) {
            throw new IllegalStateException(word, e);
        }
    }

    /** Changes rows by hand, as nobody should. */
    public void change(String sql) {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
