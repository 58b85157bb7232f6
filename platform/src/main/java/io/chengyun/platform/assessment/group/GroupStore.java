package io.chengyun.platform.assessment.group;

import io.chengyun.platform.assessment.group.GroupWatch.Key;
import io.chengyun.platform.assessment.group.GroupWatch.Memory;
import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The drawer of what rules remember of groups (群体记忆库): one row a rule and group. */
@Component
class GroupStore {

    private final JdbcClient jdbc;

    GroupStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes down what is known of these groups, in one statement. */
    void save(Collection<GroupWatch> watches) {
        if (watches.isEmpty()) {
            return;
        }
        int rows = watches.size();
        var rules = new String[rows];
        var places = new String[rows];
        var knownAt = new Timestamp[rows];
        var words = new byte[rows][];
        int row = 0;
        for (var watch : watches) {
            var memory = watch.memory();
            rules[row] = watch.key().rule();
            places[row] = watch.key().place();
            knownAt[row] = Timestamp.from(memory.knownAt());
            words[row] = bytes(memory.words());
            row++;
        }
        jdbc.sql("""
                        insert into assessment.group_memory (rule, place, known_at, words)
                        select * from unnest(?::text[], ?::text[], ?::timestamptz[], ?::bytea[])
                        on conflict (rule, place) do update set known_at = excluded.known_at, words = excluded.words
                        """).params(List.of(rules, places, knownAt, words)).update();
    }

    /** Forgets all that rules of these keys remember. */
    void remove(Collection<String> rules) {
        jdbc.sql("delete from assessment.group_memory where rule = any (?::text[])")
                .param(rules.toArray(String[]::new))
                .update();
    }

    /** What is written down, by rule and group. */
    Map<Key, Memory> load() {
        var loaded = new HashMap<Key, Memory>();
        jdbc.sql("select rule, place, known_at, words from assessment.group_memory")
                .query(row -> {
                    loaded.put(
                            new Key(row.getString("rule"), row.getString("place")),
                            new Memory(row.getTimestamp("known_at").toInstant(), words(row.getBytes("words"))));
                });
        return loaded;
    }

    private static byte[] bytes(long[] words) {
        var buffer = ByteBuffer.allocate(words.length * Long.BYTES);
        buffer.asLongBuffer().put(words);
        return buffer.array();
    }

    private static long[] words(byte[] bytes) {
        var words = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(words);
        return words;
    }
}
