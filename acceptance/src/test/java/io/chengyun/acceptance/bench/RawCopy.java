package io.chengyun.acceptance.bench;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.postgresql.PGConnection;

/** What the database takes when nobody looks at the rows: binary COPY into a table like ours. */
final class RawCopy {

    private static final int ROWS_A_TRANSACTION = 20_000;
    private static final byte[] HEAD = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final long MICROS_TO_2000 = 946_684_800_000_000L;

    private final Path folder;

    /**
     * @param folder of a running house
     */
    RawCopy(Path folder) {
        this.folder = folder;
    }

    /** Rows a second. */
    double rate(List<Long> streams, Instant from, int steps) throws IOException, SQLException {
        try (var connection = connect(folder);
                var statement = connection.createStatement()) {
            statement.execute("create schema bench");
            statement.execute("create table bench.observation (datastream_id bigint not null, phenomenon_at timestamptz"
                    + " not null, result double precision not null, stored_at timestamptz not null,"
                    + " primary key (datastream_id, phenomenon_at))");
            int stepsATransaction = ROWS_A_TRANSACTION / streams.size();
            long begin = System.nanoTime();
            for (int step = 0; step < steps; step += stepsATransaction) {
                copy(connection, rows(streams, from, step, Math.min(step + stepsATransaction, steps)));
            }
            return (double) streams.size() * steps / DataArrayRate.seconds(begin);
        }
    }

    /** A connection to a running house's own database. */
    static Connection connect(Path folder) throws IOException, SQLException {
        var port = Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                .get(3)
                .strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "");
    }

    private static void copy(Connection connection, byte[] rows) throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy bench.observation from stdin (format binary)", new java.io.ByteArrayInputStream(rows));
    }

    private static byte[] rows(List<Long> streams, Instant from, int first, int end) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.write(HEAD);
            out.writeLong(0);
            for (int step = first; step < end; step++) {
                long at = from.plusSeconds(step * 10L).toEpochMilli() * 1_000 - MICROS_TO_2000;
                for (long stream : streams) {
                    out.writeShort(4);
                    column(out, stream);
                    column(out, at);
                    column(out, Double.doubleToLongBits(Senders.value(stream, step)));
                    column(out, at);
                }
            }
            out.writeShort(-1);
        }
        return bytes.toByteArray();
    }

    private static void column(DataOutputStream out, long value) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(value);
    }
}
