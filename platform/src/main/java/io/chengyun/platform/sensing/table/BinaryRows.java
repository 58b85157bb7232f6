package io.chengyun.platform.sensing.table;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Rows in PostgreSQL's binary COPY format (二进制行), in a buffer that is handed on when it is full. */
public final class BinaryRows {

    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final long MICROS_FROM_1970_TO_2000 = 946_684_800_000_000L;
    private static final int BUFFER = 64 * 1024;
    /** A row must fit, and so must the trailer after it. */
    private static final int ROW = 2 + 4 * (4 + 8);

    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    /** Begins anew with the header. */
    public void begin() {
        buffer.clear();
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** Whether the buffer must be handed on before another row fits. */
    public boolean full() {
        return buffer.remaining() < ROW;
    }

    /** Adds a row. */
    public void row(long stream, long micros, double value, long storedMicros) {
        buffer.putShort((short) 4);
        buffer.putInt(8).putLong(stream);
        buffer.putInt(8).putLong(micros - MICROS_FROM_1970_TO_2000);
        buffer.putInt(8).putDouble(value);
        buffer.putInt(8).putLong(storedMicros - MICROS_FROM_1970_TO_2000);
    }

    /** Ends with the trailer. */
    public void end() {
        buffer.putShort((short) -1);
    }

    /** What the rows stand in, from its beginning. */
    public byte[] bytes() {
        return buffer.array();
    }

    /** How many bytes are to be handed on; afterwards the buffer is empty. */
    public int drain() {
        int length = buffer.position();
        buffer.clear();
        return length;
    }
}
