package io.chengyun.platform.assessment;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.chengyun.platform.assessment.StreamWatch.Memory;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The drawer of what the rules remember (记忆库): one row a stream, in it a few words a rule. */
@Component
class MemoryStore {

    private final JdbcClient jdbc;

    MemoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes down what these streams' rules remember, in one statement. */
    void save(Collection<StreamWatch> watches) {
        if (watches.isEmpty()) {
            return;
        }
        int rows = watches.size();
        var streams = new Long[rows];
        var knownAt = new Timestamp[rows];
        var newestAt = new Timestamp[rows];
        var words = new byte[rows][];
        int row = 0;
        for (var watch : watches) {
            var memory = watch.memory();
            streams[row] = watch.stream().id();
            knownAt[row] = Timestamp.from(memory.knownAt());
            newestAt[row] = memory.newestAt() == null ? null : Timestamp.from(memory.newestAt());
            words[row] = bytes(memory.words());
            row++;
        }
        jdbc.sql("""
                        insert into assessment.memory (stream, known_at, newest_at, words)
                        select * from unnest(?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::bytea[])
                        on conflict (stream) do update set known_at = excluded.known_at,
                            newest_at = excluded.newest_at, words = excluded.words
                        """).params(List.of(streams, knownAt, newestAt, words)).update();
    }

    void remove(long stream) {
        jdbc.sql("delete from assessment.memory where stream = ?").param(stream).update();
    }

    /** What is written down, by stream. */
    Map<Long, Memory> load() {
        var loaded = new HashMap<Long, Memory>();
        jdbc.sql("select stream, known_at, newest_at, words from assessment.memory")
                .query(row -> {
                    loaded.put(row.getLong("stream"), memory(row));
                });
        return loaded;
    }

    private static Memory memory(ResultSet row) throws SQLException {
        return new Memory(
                row.getTimestamp("known_at").toInstant(),
                instant(row.getTimestamp("newest_at")),
                words(row.getBytes("words")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /** For each rule the length of its key, the key, how many words, the words; big-endian. */
    private static byte[] bytes(Map<String, long[]> words) {
        int length = 0;
        for (var rule : words.entrySet()) {
            length += 2 * Integer.BYTES + rule.getKey().length() + rule.getValue().length * Long.BYTES;
        }
        var buffer = ByteBuffer.allocate(length);
        words.forEach((key, values) -> {
            buffer.putInt(key.length()).put(key.getBytes(US_ASCII));
            buffer.putInt(values.length);
            for (long value : values) {
                buffer.putLong(value);
            }
        });
        return buffer.array();
    }

    private static Map<String, long[]> words(byte[] bytes) {
        var words = new HashMap<String, long[]>();
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            var key = new byte[buffer.getInt()];
            buffer.get(key);
            var values = new long[buffer.getInt()];
            for (int i = 0; i < values.length; i++) {
                values[i] = buffer.getLong();
            }
            words.put(new String(key, US_ASCII), values);
        }
        return words;
    }
}
