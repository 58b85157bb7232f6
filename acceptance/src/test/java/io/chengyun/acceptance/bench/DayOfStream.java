package io.chengyun.acceptance.bench;

import io.chengyun.acceptance.house.RunningHouse;
import io.chengyun.acceptance.house.Visitor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** How long a day of one stream takes: one observation a minute, each of them shown, out of a week of many streams. */
final class DayOfStream implements Measurement {

    private static final int STREAMS = 50;
    private static final int DAYS = 6;
    private static final int MINUTES = 1_440;
    private static final int A_REQUEST = 720;
    private static final int WARM = 2_000;
    private static final int ASKED = 301;

    @Override
    public String name() {
        return "sensing.day";
    }

    @Override
    public Figure measure(Path folder) throws Exception {
        try (var house = RunningHouse.start(folder, LatestValues.ACCOUNTS)) {
            var senders = Senders.register(house.address(), STREAMS);
            var from = Instant.now().minus(Duration.ofDays(DAYS)).truncatedTo(ChronoUnit.HOURS);
            long stored = senders.send(from, DAYS * MINUTES, A_REQUEST, 60);
            var visitor = house.visitor("commander");
            var turn = new AtomicInteger();
            double ours = LatestValues.median(WARM, ASKED, () -> ask(visitor, senders, from, turn.getAndIncrement()));
            check(points(visitor, senders, from, 7));
            double plain;
            try (var connection = RawCopy.connect(folder)) {
                plain = LatestValues.median(
                        WARM, ASKED, () -> check(read(connection, senders, from, turn.getAndIncrement())));
            }
            var note =
                    "median of %d answers of GET /api/sensing/streams/N/series with %d points, another stream and day each, of %d"
                                    .formatted(ASKED, MINUTES, stored)
                            + " observations; the same rows of the table by JDBC";
            return new Figure(name(), ours, "ms", new Figure.Reference("select by JDBC", plain), note);
        }
    }

    private static long stream(Senders senders, int turn) {
        return senders.streams().get(turn % STREAMS);
    }

    private static Instant day(Instant from, int turn) {
        return from.plus(Duration.ofDays(turn % DAYS));
    }

    private static byte[] ask(Visitor visitor, Senders senders, Instant from, int turn) {
        var begin = day(from, turn);
        return visitor.fetch("/api/sensing/streams/%d/series?from=%s&to=%s&points=%d"
                .formatted(stream(senders, turn), begin, begin.plus(Duration.ofDays(1)), MINUTES));
    }

    private static int points(Visitor visitor, Senders senders, Instant from, int turn) {
        var answer = new String(ask(visitor, senders, from, turn), StandardCharsets.UTF_8);
        return answer.split("\"at\"", -1).length - 1;
    }

    private static int read(Connection connection, Senders senders, Instant from, int turn) throws SQLException {
        var begin = day(from, turn);
        try (var select = connection.prepareStatement("select phenomenon_at, result from sensing.observation"
                + " where datastream_id = ? and phenomenon_at >= ? and phenomenon_at < ? order by phenomenon_at")) {
            select.setLong(1, stream(senders, turn));
            select.setTimestamp(2, Timestamp.from(begin));
            select.setTimestamp(3, Timestamp.from(begin.plus(Duration.ofDays(1))));
            try (var rows = select.executeQuery()) {
                int read = 0;
                while (rows.next()) {
                    read += rows.getTimestamp(1) != null && Double.isFinite(rows.getDouble(2)) ? 1 : 0;
                }
                return read;
            }
        }
    }

    private static void check(int rows) {
        if (rows != MINUTES) {
            throw new IllegalStateException("a day has " + MINUTES + " minutes, not " + rows);
        }
    }
}
