package io.chengyun.platform.ledger;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What leaves are salted with (盐), one secret a subject, so that all that is promised of it can be forgotten at once. */
@Repository
class SaltStore {

    private static final int LENGTH = 32;

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    SaltStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The secrets of the subjects, made for those that have none. */
    Map<String, Salt> need(Collection<String> subjects) {
        var names = subjects.stream().distinct().sorted().toArray(String[]::new);
        var keys = new byte[names.length][LENGTH];
        for (byte[] key : keys) {
            random.nextBytes(key);
        }
        jdbc.sql("""
                        insert into ledger.salt (subject, key) select * from unnest(?::text[], ?::bytea[])
                        on conflict (subject) do update set key = excluded.key where salt.key is null
                        """).params(names, keys).update();
        return find(List.of(names));
    }

    /** The secrets of those subjects that have, or had, one. */
    Map<String, Salt> find(Collection<String> subjects) {
        var found = new HashMap<String, Salt>();
        jdbc.sql("select subject, key, erased_through from ledger.salt where subject = any(?)")
                .param(subjects.stream().distinct().toArray(String[]::new))
                .query((row, number) -> found.put(
                        row.getString("subject"), new Salt(row.getBytes("key"), row.getLong("erased_through"))))
                .list();
        return found;
    }

    /** The subject's secret; nothing if it never had one. */
    Optional<Salt> find(String subject) {
        return jdbc.sql("select key, erased_through from ledger.salt where subject = ?")
                .param(subject)
                .query((row, number) -> new Salt(row.getBytes("key"), row.getLong("erased_through")))
                .optional();
    }

    /**
     * Forgets the subject's secret: no leaf of it up to the number can be opened again, by anybody.
     *
     * @return whether there was one
     */
    boolean erase(String subject, long through) {
        return jdbc.sql("update ledger.salt set key = null, erased_through = ? where subject = ? and key is not null")
                        .params(through, subject)
                        .update()
                == 1;
    }

    /**
     * A subject's secret.
     *
     * @param key null once it was erased
     * @param erasedThrough number of the last entry whose salt is gone
     */
    record Salt(byte @Nullable [] key, long erasedThrough) {

        /** Of a subject that has none. */
        static final Salt GONE = new Salt(null, 0);

        /** The salt of one entry; nothing where it was erased. */
        Optional<byte[]> of(long number) {
            return key == null || number <= erasedThrough ? Optional.empty() : Optional.of(salt(key, number));
        }

        private static byte[] salt(byte[] key, long number) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                return mac.doFinal(
                        java.nio.ByteBuffer.allocate(Long.BYTES).putLong(number).array());
            } catch (GeneralSecurityException everyJdkHasIt) {
                throw new IllegalStateException(everyJdkHasIt);
            }
        }
    }
}
