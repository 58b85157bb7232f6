package io.chengyun.proof.observation;

import io.chengyun.proof.Statement;
import io.chengyun.proof.Unreadable;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The rows of a batch of observations (批次明细), from which its digest is made: whoever has them and the proof of the batch's record
 * knows each of them.
 *
 * @param rows by stream and time
 */
public record BatchRows(List<Row> rows) {

    private static final String HEAD = "stream,time,value";
    private static final String TYPE = "sensing.BatchStored";
    private static final int CELLS = 3;

    public BatchRows {
        rows = List.copyOf(rows);
    }

    /**
     * One observation (观测行).
     *
     * @param stream id of the datastream
     * @param at to the microsecond
     * @param value in the stream's unit; NaN where its result is no number
     */
    public record Row(long stream, Instant at, double value) {}

    /** @throws Unreadable naming the line */
    public static BatchRows parse(String text) {
        var lines = text.split("\r?\n");
        var rows = new ArrayList<Row>();
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isEmpty() && !lines[i].startsWith("#") && !lines[i].equals(HEAD)) {
                rows.add(row(i + 1, lines[i].split(",", -1)));
            }
        }
        return new BatchRows(rows);
    }

    private static Row row(int number, String[] cells) {
        try {
            if (cells.length == CELLS) {
                return new Row(Long.parseLong(cells[0]), Instant.parse(cells[1]), Double.parseDouble(cells[2]));
            }
            throw new NumberFormatException(cells.length + " cells");
        } catch (NumberFormatException | DateTimeException no) {
            throw new Unreadable("rows line %d: is not '%s'".formatted(number, HEAD), no);
        }
    }

    /** As {@link #parse} reads it, with the number of the record that they are of. */
    public String format(long record) {
        var text = new StringBuilder("# record " + record + "\n" + HEAD + "\n");
        rows.forEach(row -> text.append(row.stream)
                .append(',')
                .append(row.at)
                .append(',')
                .append(row.value)
                .append('\n'));
        return text.toString();
    }

    /** Lower-case hexadecimal SHA-256 over the rows, each as three big-endian words: stream, microseconds, bits of the value. */
    public String sha256() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var row : rows) {
                sha.update(ByteBuffer.allocate(CELLS * Long.BYTES)
                        .putLong(row.stream)
                        .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, row.at))
                        .putDouble(row.value)
                        .array());
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Whether the record promises these rows and no others. */
    public boolean areOf(Statement record) {
        // canonical JSON writes a member in one way only, and the digest's text can hold no quote
        return record.type().equals(TYPE) && record.payload().contains("\"sha256\":\"" + sha256() + "\"");
    }
}
