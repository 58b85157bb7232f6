package io.chengyun.platform.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files in a bucket, and a signature that another client made. */
class BucketTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

    private final SmallS3 s3 = new SmallS3();
    private final Bucket bucket = new Bucket(s3.place("things", SmallS3.SECRET), () -> NOW);

    @AfterEach
    void close() {
        s3.close();
    }

    @Test
    void signatureIsThatOfAnotherClient() {
        var header = new S3Signature(SmallS3.REGION, SmallS3.KEY, SmallS3.SECRET)
                .authorization(
                        "GET",
                        URI.create("http://store.example:9000/chengyun-evidence/ab/abcdef"),
                        Digest.of(new byte[0]),
                        NOW);
        // made by botocore 1.x for the same request, key and moment
        assertThat(header)
                .contains("Credential=AKIDEXAMPLE/20261123/cn-east-1/s3/aws4_request")
                .endsWith("Signature=ef53ec02fa9108bdf8e36f9c039ac8fc7bada8795b3ad4ad52ea6c1777343a9b");
    }

    @Test
    void whatIsPutIsThereUntilItIsDeleted() throws IOException {
        bucket.put("a/b", new Bucket.Content(new byte[] {1, 2}, "no-cache"));
        assertThat(bucket.find("a/b"))
                .hasValueSatisfying(bytes -> assertThat(bytes).containsExactly(1, 2));
        assertThat(s3.caching()).containsEntry("/things/a/b", "no-cache");
        assertThat(bucket.list("a/")).containsExactly("a/b");
        bucket.deleteAll(List.of("a/b", "never-there"));
        assertThat(bucket.find("a/b")).isEmpty();
    }

    @Test
    void manyArePutTogether() throws IOException {
        var many = new LinkedHashMap<String, Bucket.Content>();
        for (int i = 0; i < 100; i++) {
            many.put("many/" + i, new Bucket.Content(new byte[] {(byte) i}, ""));
        }
        bucket.putAll(many);
        assertThat(bucket.list("many/")).hasSize(100);
        assertThat(bucket.list("many/9")).hasSize(11);
    }

    @Test
    void aWrongKeyNamesItsSetting() {
        var stranger = new Bucket(s3.place("things", "wrong"), () -> NOW);
        assertThatThrownBy(() -> stranger.put("a", new Bucket.Content(new byte[1], "")))
                .isInstanceOf(Bucket.Declined.class)
                .hasMessageContaining("403")
                .hasMessageContaining("chengyun.test.s3.secret-key")
                .hasMessageNotContaining("wrong");
        assertThat(s3.objects()).isEmpty();
    }

    @Test
    void aStoreThatIsGoneIsNoEmptyOne() {
        s3.down(true);
        assertThatThrownBy(() -> bucket.find("a")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> bucket.list("a")).isInstanceOf(IOException.class);
    }

    @Test
    void secretIsNotSaidInLogs() {
        assertThat(new S3Signature("r", "key", SmallS3.SECRET).toString()).doesNotContain(SmallS3.SECRET);
        assertThat(s3.place("things", SmallS3.SECRET).toString()).doesNotContain(SmallS3.SECRET);
    }
}
