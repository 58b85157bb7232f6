package io.chengyun.acceptance.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/** What the database takes when each observation is an insert and a transaction of its own. */
final class PlainInserts implements SingleRate.Worker {

    private final Connection connection;
    private final PreparedStatement insert;
    private final long stream;
    private final Instant from;

    private PlainInserts(Connection connection, long stream, Instant from) throws SQLException {
        this.connection = connection;
        this.insert = connection.prepareStatement("insert into bench.single values (?, ?, ?, ?)");
        this.stream = stream;
        this.from = from;
    }

    /** Workers on a table like ours, in a running house's database. */
    static SingleRate.Hiring into(Path folder, List<Long> streams, Instant from) throws Exception {
        try (var connection = RawCopy.connect(folder);
                var statement = connection.createStatement()) {
            statement.execute("create schema if not exists bench");
            statement.execute(
                    "create table bench.single (datastream_id bigint not null, phenomenon_at timestamptz not null,"
                            + " result double precision not null, stored_at timestamptz not null,"
                            + " primary key (datastream_id, phenomenon_at))");
        }
        return number -> new PlainInserts(RawCopy.connect(folder), streams.get(number), from);
    }

    @Override
    public void step(int number) throws SQLException {
        var at = Timestamp.from(from.plusSeconds(number));
        insert.setLong(1, stream);
        insert.setTimestamp(2, at);
        insert.setDouble(3, Senders.value(stream, number));
        insert.setTimestamp(4, at);
        insert.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
