package io.chengyun.platform.sensing;

import io.chengyun.platform.sensing.detail.DetailStore;
import io.chengyun.platform.sensing.detail.ObservationDetail;
import io.chengyun.platform.sensing.notation.NumberText;
import io.chengyun.platform.sensing.notation.PhenomenonTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Observations on their way in (观测批次), in the order in which they were sent, bad rows included.
 *
 * <p>Columns of numbers instead of objects, because tens of thousands come in a second. Not for two threads at once.
 */
public final class ObservationBatch {

    private static final int RAW_LENGTH = 200;
    private static final Reject[] REJECTS = Reject.values();

    private final String source;
    private long[] streams = new long[64];
    private long[] micros = new long[64];
    private double[] values = new double[64];
    private byte[] verdicts = new byte[64];
    private final Map<Integer, String> raw = new HashMap<>();
    private final Map<Integer, String> units = new HashMap<>();
    private final Map<Integer, ObservationDetail> details = new HashMap<>();
    private int size;
    private boolean moved;

    /**
     * @param source who sends, as counters name it, such as {@code http:device:gauge-01} or {@code replay}
     */
    public ObservationBatch(String source) {
        this.source = source;
    }

    /** Adds an observation. */
    public ObservationBatch add(long stream, Instant at, double value) {
        return add(stream, PhenomenonTime.micros(at), value);
    }

    /** Adds an observation at microseconds since 1970; NaN and infinity are rejects. */
    public ObservationBatch add(long stream, long atMicros, double value) {
        int row = grow();
        streams[row] = stream;
        micros[row] = atMicros;
        values[row] = value;
        var why = Reject.of(NumberText.of(value));
        verdicts[row] = why == null ? 0 : mark(why);
        return this;
    }

    /** Adds an observation as somebody wrote it: ISO 8601 time, and a number, or nothing or NA where it is missing. */
    public ObservationBatch add(long stream, String at, String value) {
        long time = PhenomenonTime.parse(at);
        var why = time == PhenomenonTime.INVALID ? Reject.MALFORMED_ROW : Reject.of(NumberText.of(value));
        return why == null
                ? add(stream, time, Double.parseDouble(value.strip()))
                : addRejected(stream, why, at + ", " + value);
    }

    /** Adds a row that already showed itself to be bad, with the sender's text as far as it is known. */
    public ObservationBatch addRejected(long stream, Reject why, String text) {
        int row = grow();
        streams[row] = stream;
        verdicts[row] = mark(why);
        raw.put(row, text.length() <= RAW_LENGTH ? text : text.substring(0, RAW_LENGTH));
        return this;
    }

    /** Adds an observation that has more than a number; NaN where its result is none. */
    public ObservationBatch addDetailed(long stream, long atMicros, double value, ObservationDetail detail) {
        int row = grow();
        streams[row] = stream;
        micros[row] = atMicros;
        values[row] = value;
        details.put(row, detail);
        return this;
    }

    /** Says in which unit the row added last was sent; it must be its stream's. */
    public ObservationBatch inUnit(String unit) {
        units.put(size - 1, unit);
        return this;
    }

    /** How many rows there are, bad ones included. */
    public int size() {
        return size;
    }

    /** The stream that a row, counted from 0, names. */
    public long stream(int row) {
        return streams[row];
    }

    /** A row's phenomenon time in microseconds since 1970; nothing of worth in a rejected row. */
    public long micros(int row) {
        return micros[row];
    }

    /** The newest phenomenon time among rows that the door found good; {@link PhenomenonTime#INVALID} if there is none. */
    long newestMicros() {
        long newest = PhenomenonTime.INVALID;
        for (int row = 0; row < size; row++) {
            if (verdicts[row] == 0 && micros[row] > newest) {
                newest = micros[row];
            }
        }
        return newest;
    }

    String source() {
        return source;
    }

    double value(int row) {
        return values[row];
    }

    @Nullable
    String unit(int row) {
        return units.isEmpty() ? null : units.get(row);
    }

    /** The rows that have more than a number and were not rejected, with what they have. */
    List<DetailStore.Row> listDetails() {
        return details.entrySet().stream()
                .filter(one -> verdict(one.getKey()) == null)
                .map(one -> new DetailStore.Row(streams[one.getKey()], micros[one.getKey()], one.getValue()))
                .toList();
    }

    /** Why the row was not stored; null while nothing speaks against it. */
    @Nullable
    Reject verdict(int row) {
        int verdict = verdicts[row];
        return verdict == 0 ? null : REJECTS[verdict - 1];
    }

    /** Marks a row as not to be stored. */
    public void reject(int row, Reject why) {
        verdicts[row] = mark(why);
    }

    /** Gives a row another time than it came with. */
    void move(int row, long atMicros) {
        micros[row] = atMicros;
        moved = true;
    }

    /** Lets the senders, joined in this order, know which of their rows got another time. */
    void tellMoved(Iterable<ObservationBatch> senders) {
        int begin = 0;
        for (var sender : senders) {
            if (moved) {
                System.arraycopy(micros, begin, sender.micros, 0, sender.size);
            }
            begin += sender.size;
        }
    }

    /** The row as the sender wrote it, or as we understood it. */
    String raw(int row) {
        var text = raw.get(row);
        return text != null ? text : PhenomenonTime.instant(micros[row]) + ", " + values[row];
    }

    /** A copy of these batches one after the other, so that a refusal of the whole changes none of them. */
    static ObservationBatch joined(Iterable<ObservationBatch> batches) {
        var joined = new ObservationBatch("joined");
        for (var batch : batches) {
            joined.append(batch);
        }
        return joined;
    }

    private void append(ObservationBatch other) {
        int begin = size;
        reserve(size + other.size);
        System.arraycopy(other.streams, 0, streams, begin, other.size);
        System.arraycopy(other.micros, 0, micros, begin, other.size);
        System.arraycopy(other.values, 0, values, begin, other.size);
        System.arraycopy(other.verdicts, 0, verdicts, begin, other.size);
        other.raw.forEach((row, text) -> raw.put(begin + row, text));
        other.details.forEach((row, detail) -> details.put(begin + row, detail));
        other.units.forEach((row, unit) -> units.put(begin + row, unit));
        size += other.size;
    }

    private int grow() {
        reserve(size + 1);
        return size++;
    }

    private void reserve(int rows) {
        if (rows > streams.length) {
            int length = Math.max(rows, streams.length * 2);
            streams = Arrays.copyOf(streams, length);
            micros = Arrays.copyOf(micros, length);
            values = Arrays.copyOf(values, length);
            verdicts = Arrays.copyOf(verdicts, length);
        }
    }

    private static byte mark(Reject why) {
        return (byte) (why.ordinal() + 1);
    }
}
