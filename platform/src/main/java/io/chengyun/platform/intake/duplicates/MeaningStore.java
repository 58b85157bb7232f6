package io.chengyun.platform.intake.duplicates;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Meanings of requests in schema {@code intake}, a byte a number: what that loses is far below what tells two texts apart. */
@Component
class MeaningStore implements MeaningShelf {

    private static final int LEVELS = 127;

    private final JdbcClient jdbc;

    MeaningStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, float[]> find(Collection<String> requests) {
        var found = new HashMap<String, float[]>();
        jdbc.sql("select request, vector from intake.meaning where request = any(?)")
                .param(requests.toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString(1), unpacked(row.getBytes(2)));
                });
        return found;
    }

    /** Of words that were erased while they were read nothing is kept. */
    @Override
    public void keep(String request, float[] meaning) {
        jdbc.sql("""
                        with unerased as (select id from intake.request where id = ? and erased_at is null for share)
                        insert into intake.meaning (request, vector) select id, ? from unerased on conflict do nothing
                        """).params(request, packed(meaning)).update();
    }

    /** The greatest number, and each as so many of 127 parts of it. */
    static byte[] packed(float[] meaning) {
        float greatest = Float.MIN_NORMAL;
        for (float one : meaning) {
            greatest = Math.max(greatest, Math.abs(one));
        }
        var bytes = ByteBuffer.allocate(Float.BYTES + meaning.length).putFloat(greatest);
        for (float one : meaning) {
            bytes.put((byte) Math.round(one / greatest * LEVELS));
        }
        return bytes.array();
    }

    static float[] unpacked(byte[] packed) {
        var bytes = ByteBuffer.wrap(packed);
        float greatest = bytes.getFloat();
        var meaning = new float[bytes.remaining()];
        for (int i = 0; i < meaning.length; i++) {
            meaning[i] = bytes.get() * greatest / LEVELS;
        }
        return meaning;
    }
}
