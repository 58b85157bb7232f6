package io.chengyun.acceptance.bench.casework;

import io.chengyun.acceptance.bench.PlainInbox;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** What the database takes of the same rows when nobody decides anything: read and lock a file, write it, its line and its event. */
final class PlainSteps {

    private static final String TABLES = """
            create schema bench;
            create table bench.case_file (like casework.case_file including indexes) with (toast_tuple_target = 4080);
            alter table bench.case_file add column event text, alter column event set statistics 0;
            create table bench.line (like casework.line including all);
            insert into bench.case_file
            select kept.*, payload from casework.case_file kept join journal.words on words.id = kept.words
            order by kept.id limit 4000;
            """ + PlainInbox.TABLE;
    private static final String LOCK = "select event from bench.case_file where id = ? for update";
    private static final String SAVE = "update bench.case_file set revision = revision + 1, event = ? where id = ?";
    private static final String LINE =
            "insert into bench.line (case_id, number, at, type, state, act) values (?, ?, now(), 'b', 'b', ?::jsonb)";
    private static final String EVENT =
            "insert into bench.inbox (type, subject, at, payload) values ('b', ?, now(), ?)";

    private PlainSteps() {}

    /** Steps a second. */
    static double rate(CaseHouse house, int clients, int steps) throws Exception {
        house.run(TABLES);
        var ids = new String[4_000];
        try (var connection = house.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from bench.case_file order by id")) {
            for (int i = 0; rows.next(); i++) {
                ids[i] = rows.getString(1);
            }
        }
        long begin = System.nanoTime();
        CaseHouse.together(clients, client -> {
            try (var connection = house.connect();
                    var worker = new Worker(connection)) {
                for (int step = client; step < steps; step += clients) {
                    worker.step(ids[step % ids.length], step);
                }
            }
        });
        return steps * 1e9 / (System.nanoTime() - begin);
    }

    private static final class Worker implements AutoCloseable {

        private final Connection connection;
        private final PreparedStatement lock;
        private final PreparedStatement save;
        private final PreparedStatement line;
        private final PreparedStatement event;

        Worker(Connection connection) throws SQLException {
            this.connection = connection;
            connection.setAutoCommit(false);
            lock = connection.prepareStatement(LOCK);
            save = connection.prepareStatement(SAVE);
            line = connection.prepareStatement(LINE);
            event = connection.prepareStatement(EVENT);
        }

        void step(String id, int number) throws SQLException {
            lock.setString(1, id);
            String words;
            try (var rows = lock.executeQuery()) {
                rows.next();
                words = rows.getString(1);
            }
            save.setString(1, words);
            save.setString(2, id);
            save.executeUpdate();
            line.setString(1, id);
            line.setLong(2, number);
            line.setString(3, "{\"by\":\"handler\",\"organisation\":\"D310112\",\"evidence\":[]}");
            line.executeUpdate();
            event.setString(1, id);
            event.setString(2, words);
            event.executeUpdate();
            connection.commit();
        }

        @Override
        public void close() throws SQLException {
            connection.setAutoCommit(true);
        }
    }
}
