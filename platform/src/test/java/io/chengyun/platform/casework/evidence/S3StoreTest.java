package io.chengyun.platform.casework.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Fault;
import io.chengyun.platform.objects.Bucket;
import io.chengyun.platform.objects.Digest;
import io.chengyun.platform.objects.SmallS3;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Evidence in a store that may refuse, lose it or be gone. */
class S3StoreTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final byte[] BYTES = Snapshots.ascii("what was seen");
    private static final String ID = Digest.of(BYTES);

    private final SmallS3 s3 = new SmallS3();

    @AfterEach
    void close() {
        s3.close();
    }

    private S3Store store(String secret) {
        return new S3Store(new Bucket(s3.place("evidence", secret), () -> NOW));
    }

    @Test
    void whatIsKeptIsReadAgain() {
        store(SmallS3.SECRET).keep(ID, BYTES);
        assertThat(s3.objects()).containsOnlyKeys("/evidence/" + ID.substring(0, 2) + "/" + ID);
        assertThat(store(SmallS3.SECRET).read(ID)).isEqualTo(BYTES);
    }

    @Test
    void wrongKeyIsAFaultAndKeepsNothing() {
        assertThatThrownBy(() -> store("wrong").keep(ID, BYTES))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("casework:evidence-not-kept");
        assertThat(s3.objects()).isEmpty();
    }

    @Test
    void whatIsGoneOrOutOfReachIsAFault() {
        assertThatThrownBy(() -> store(SmallS3.SECRET).read(ID)).hasMessageContaining("casework:evidence-gone");
        s3.down(true);
        assertThatThrownBy(() -> store(SmallS3.SECRET).read(ID))
                .hasMessageContaining("casework:evidence-store-unreachable");
    }
}
