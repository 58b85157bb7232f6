package io.chengyun.platform.sensing.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whatever a device can send wrong: none of it is stored, all of it is counted and told. */
class BadObservationsTest extends DeviceCalls {

    @Test
    void ofTenThousandRowsTheThreeBadOnesAreNamed() throws IOException, InterruptedException {
        long stream = newStream();
        var rows = IntStream.range(0, 10_000)
                .mapToObj(i -> "[\"" + begin.plusMillis(i) + "\", "
                        + (i == 16 ? "NaN" : i == 5_000 ? "\"wet\"" : i == 9_999 ? "null" : "0.1") + "]")
                .collect(Collectors.joining(","));

        var answer = post("/v1.1/CreateObservations", dataArray(stream, rows));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Chengyun-Stored")).contains("9997");
        assertThat(answer.headers().firstValue("Chengyun-Rejected")).contains("3");
        assertThat(answer.headers().firstValue("Chengyun-Rejected-Rows"))
                .contains("17=not-a-number, 5001=not-numeric, 10000=missing");
        assertThat(stored(stream)).isEqualTo(9_997);
        var links = JSON.readTree(answer.body());
        assertThat(links.size()).isEqualTo(10_000);
        assertThat(links.path(16).stringValue()).startsWith("error: not-a-number: ");
        assertThat(get(links.path(17).stringValue()).path("result").doubleValue())
                .isEqualTo(0.1);
    }

    /** A result, as JSON, and what becomes of it. */
    private static final Map<String, String> RESULTS = new TreeMap<>(Map.of(
            "NaN", "not-a-number",
            "\"Infinity\"", "infinite",
            "1e999", "infinite",
            "\"wet\"", "not-numeric",
            "\"1.5\"", "not-numeric",
            "{\"a\": [1]}", "not-numeric",
            "\"\"", "missing",
            "null", "missing",
            "301", "out-of-range"));

    private List<String> codes(long stream, String rows) throws IOException, InterruptedException {
        var answer = post("/v1.1/CreateObservations", dataArray(stream, rows));
        return JSON.readTree(answer.body())
                .valueStream()
                .map(JsonNode::stringValue)
                .map(one -> one.startsWith("error: ") ? one.split(": ")[1] : "stored")
                .toList();
    }

    @Test
    void everyKindOfBadResultHasItsCode() throws IOException, InterruptedException {
        var second = new AtomicInteger();
        var rows = RESULTS.keySet().stream()
                .map(result -> row(second.incrementAndGet(), result))
                .collect(Collectors.joining(","));

        assertThat(codes(newStream(), rows)).containsExactlyElementsOf(RESULTS.values());
    }

    @Test
    void aTimeInTheFutureBeforeTheHorizonOrNoTimeAtAllHasItsCode() throws IOException, InterruptedException {
        var now = clock.instant();
        var rows = "[\"%s\", 1], [\"%s\", 1], [\"yesterday\", 1], [7, 1], [null, 1]"
                .formatted(now.plusSeconds(660), now.minus(Duration.ofDays(1101)));

        assertThat(codes(newStream(), rows))
                .containsExactly("in-the-future", "before-horizon", "malformed-row", "malformed-row", "malformed-row");
    }

    @Test
    void aRowWithOtherCellsThanAnnouncedIsMalformedAndTheNextOneIsRead() throws IOException, InterruptedException {
        var rows = "[\"%s\"], [\"%s\", 1, 2], 7, {\"result\": 1}, %s, %s"
                .formatted(begin, begin, row(8, "1"), row(8, "2"));

        assertThat(codes(newStream(), rows))
                .containsExactly(
                        "malformed-row", "malformed-row", "malformed-row", "malformed-row", "stored", "duplicate");
    }

    @Test
    void whatCameIsWhatWasStoredAndWhatWasRejected() throws IOException, InterruptedException {
        codes(newStream(), row(1, 1) + "," + row(2, "null"));
        assertThat(codes(987_654, row(0, 1))).containsExactly("unknown-datastream");
        signIn();

        var counts = get("/api/sensing/counts").path("http:127.0.0.1");
        long others = counts.propertyStream()
                .filter(one -> !one.getKey().equals("received"))
                .mapToLong(one -> one.getValue().longValue())
                .sum();
        assertThat(others).isEqualTo(counts.path("received").longValue());
        var newest = get("/api/sensing/quarantine?limit=1").path(0);
        assertThat(newest.path("code").stringValue()).isEqualTo("unknown-datastream");
        assertThat(newest.path("stream").longValue()).isEqualTo(987_654);
    }

    @Test
    void theNewestOfEachStreamIsShownWithItsTimeAndWhetherItStillHolds() throws IOException, InterruptedException {
        long stream = newStream();
        long silent = newStream();
        codes(stream, row(1, 1) + "," + row(3, 7.5) + "," + row(2, 2));
        signIn();

        var newest = get("/api/sensing/latest");

        assertThat(newest.path("columns").valueStream().map(JsonNode::stringValue))
                .containsExactly("stream", "property", "value", "unit", "atMillis", "state");
        assertThat(Instant.parse(newest.path("at").stringValue())).isBetween(begin, clock.instant());
        var rows = newest.path("rows").valueStream().toList();
        assertThat(rows)
                .isSortedAccordingTo(Comparator.comparingLong(row -> row.path(0).longValue()));
        assertThat(rows)
                .filteredOn(row -> row.path(0).longValue() == stream)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.path(2).doubleValue()).isEqualTo(7.5);
                    assertThat(Instant.ofEpochMilli(row.path(4).longValue())).isEqualTo(begin.plusSeconds(3));
                });
        assertThat(rows)
                .filteredOn(row -> row.path(0).longValue() == silent)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.path(2).isNull() && row.path(4).isNull()).isTrue();
                    assertThat(row.path(5).stringValue()).isEqualTo("UNKNOWN");
                });
    }

    @Test
    void aBodyThatEndsInTheMiddleIsMalformedAndNothingOfItIsStored() throws IOException, InterruptedException {
        long stream = newStream();
        var whole = dataArray(stream, row(0, 1) + "," + row(1, 2));

        var answer = post("/v1.1/CreateObservations", whole.substring(0, whole.length() - 20));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(code(answer)).isEqualTo("kernel:malformed");
        assertThat(stored(stream)).isZero();
    }

    @Test
    void aConnectionCutInTheMiddleStoresNothing() throws IOException, InterruptedException {
        long stream = newStream();
        var whole = dataArray(stream, row(0, 1) + "," + row(1, 2)).strip();
        try (var socket = new Socket("127.0.0.1", port)) {
            var head = "POST /v1.1/CreateObservations HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"
                    .formatted(whole.length() + 50);
            socket.getOutputStream().write((head + whole).getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400");
        }
        assertThat(stored(stream)).isZero();
    }

    @Test
    void aHundredMegabytesAreRefusedBeforeTheyAreSent() throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            var head =
                    "POST /v1.1/CreateObservations HTTP/1.1\r\nHost: localhost\r\nContent-Length: 104857600\r\n\r\n[";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));

            assertThat(firstLine(socket)).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void aBodyThatDoesNotSayHowLongItIsIsRefusedOnceItIsTooLong() throws IOException, InterruptedException {
        long stream = newStream();
        long before = stored(stream);
        try (var socket = new Socket("127.0.0.1", port)) {
            var out = socket.getOutputStream();
            out.write("POST /v1.1/CreateObservations HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                    .getBytes(StandardCharsets.UTF_8));
            var open = dataArray(stream, row(0, 1)).strip();
            chunk(socket, open.substring(0, open.length() - 3));
            for (int sent = 0; sent < 90; sent++) {
                chunk(socket, ("," + row(sent, 1)).repeat(1_000));
            }

            assertThat(firstLine(socket)).startsWith("HTTP/1.1 413");
        }
        assertThat(stored(stream)).isEqualTo(before);
    }

    private static void chunk(Socket socket, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        socket.getOutputStream().write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().write("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static String firstLine(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        var line = new StringBuilder();
        for (int one = in.read(); one >= 0 && one != '\r'; one = in.read()) {
            line.append((char) one);
        }
        return line.toString();
    }
}
