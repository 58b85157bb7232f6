package io.chengyun.acceptance.bench;

import io.chengyun.acceptance.house.RunningHouse;
import io.chengyun.acceptance.house.Visitor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** How long the newest values of a hundred thousand streams take, all in one answer. */
final class LatestValues implements Measurement {

    static final String ACCOUNTS = "--chengyun.access.sample-accounts=true";

    private static final String ANSWER = "/api/sensing/latest";
    private static final int STREAMS = 100_000;
    private static final int WARM = 30;
    private static final int ASKED = 31;

    /** Something that is asked many times. */
    interface Question {
        void ask() throws Exception;
    }

    @Override
    public String name() {
        return "sensing.latest";
    }

    @Override
    public Figure measure(Path folder) throws Exception {
        try (var house = RunningHouse.start(folder)) {
            long stream = Senders.register(house.address(), 1).streams().get(0);
            try (var connection = RawCopy.connect(folder)) {
                multiply(connection, stream);
            }
        }
        try (var house = RunningHouse.start(folder, ACCOUNTS)) {
            send(house, folder);
            var visitor = house.visitor("commander");
            double ours = median(() -> visitor.fetch(ANSWER));
            check(rows(visitor));
            double plain;
            try (var connection = RawCopy.connect(folder)) {
                plain = median(() -> check(read(connection)));
            }
            var note =
                    "median of %d answers of GET /api/sensing/latest with %d streams; the same rows of the table by JDBC"
                            .formatted(ASKED, STREAMS);
            return new Figure(name(), ours, "ms", new Figure.Reference("select by JDBC", plain), note);
        }
    }

    /** As many streams of the same thing as there are to be; known to the house from its next start on. */
    private static void multiply(Connection connection, long stream) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("insert into sensing.datastream (thing_id, sensor_id, observed_property_id, name, unit)"
                    + " select thing_id, sensor_id, observed_property_id, name || n, unit from sensing.datastream,"
                    + " generate_series(2, " + STREAMS + ") n where id = " + stream);
            statement.execute("insert into sensing.stream_feature (datastream_id, since, feature_id)"
                    + " select d.id, f.since, f.feature_id from sensing.datastream d, sensing.stream_feature f"
                    + " where f.datastream_id = " + stream + " and d.id <> " + stream);
        }
    }

    private static void send(RunningHouse house, Path folder) throws Exception {
        var json = new StringBuilder("[");
        var at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        for (long stream : streams(folder)) {
            json.append(json.length() == 1 ? "" : ",")
                    .append("{\"Datastream\":{\"@iot.id\":")
                    .append(stream)
                    .append("},\"components\":[\"phenomenonTime\",\"result\"],\"dataArray\":[[\"")
                    .append(at)
                    .append("\",")
                    .append(Senders.value(stream, 0))
                    .append("]]}");
        }
        var answer = new Visitor(house.address())
                .postJson("/v1.1/CreateObservations", json.append(']').toString());
        if (answer.status() != 201) {
            throw new IllegalStateException("observations were not taken: " + answer.status());
        }
    }

    private static List<Long> streams(Path folder) throws Exception {
        try (var connection = RawCopy.connect(folder);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from sensing.datastream order by id")) {
            var streams = new ArrayList<Long>();
            while (rows.next()) {
                streams.add(rows.getLong(1));
            }
            return streams;
        }
    }

    private static long rows(Visitor visitor) {
        var text = new String(visitor.fetch(ANSWER), StandardCharsets.UTF_8);
        return text.split("wind_gust", -1).length - 1;
    }

    private static long read(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select datastream_id, phenomenon_at, result from sensing.latest")) {
            long read = 0;
            while (rows.next()) {
                read += rows.getTimestamp(2) != null && Double.isFinite(rows.getDouble(3)) ? 1 : 0;
            }
            return read;
        }
    }

    private static void check(long rows) {
        if (rows != STREAMS) {
            throw new IllegalStateException("expected " + STREAMS + " values, got " + rows);
        }
    }

    private static double median(Question question) throws Exception {
        return median(WARM, ASKED, question);
    }

    /** The median time in milliseconds, after some that do not count. */
    static double median(int warm, int asked, Question question) throws Exception {
        var took = new long[asked];
        for (int i = -warm; i < asked; i++) {
            long begin = System.nanoTime();
            question.ask();
            if (i >= 0) {
                took[i] = System.nanoTime() - begin;
            }
        }
        return new Latencies(took).millis(0.5);
    }
}
