package io.chengyun.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Fault;
import io.chengyun.platform.objects.SmallS3;
import io.chengyun.proof.Policy;
import io.chengyun.proof.Verdict;
import io.chengyun.proof.audit.Fsck;
import io.chengyun.proof.tile.HttpTiles;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same log in an S3 store: all that holds in a folder holds here, and the store may go and come back. */
class LedgerOnS3Test extends LedgerTest {

    private static final SmallS3 S3 = new SmallS3();

    @DynamicPropertySource
    static void inS3(DynamicPropertyRegistry properties) {
        properties.add("chengyun.ledger.s3.endpoint", S3::endpoint);
        properties.add("chengyun.ledger.s3.region", () -> SmallS3.REGION);
        properties.add("chengyun.ledger.s3.access-key", () -> SmallS3.KEY);
        properties.add("chengyun.ledger.s3.secret-key", () -> SmallS3.SECRET);
    }

    @AfterAll
    static void close() {
        S3.close();
    }

    @Test
    void filesLieUnderTheirPublicNames() {
        note("open-30", 300);
        steps.run();
        assertThat(S3.objects()).containsKeys("/chengyun-log/checkpoint", "/chengyun-log/tile/0/000");
        assertThat(S3.caching().get("/chengyun-log/tile/0/000")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(S3.caching().get("/chengyun-log/checkpoint")).isEqualTo("no-cache");
    }

    @Test
    void partialTilesGoWhenTheFullOneIsSafe() {
        note("open-31", "one");
        steps.run();
        note("open-31", 300);
        steps.run();
        long full = published().size() / 256;
        assertThat(S3.objects().keySet())
                .noneMatch(path -> path.contains(".p/")
                        && Long.parseLong(path.replaceAll(".*/(\\d{3})\\.p/.*", "$1")) < full
                        && !path.contains("/tile/1/"));
    }

    @Test
    void aStoreThatIsGoneLosesNothing() {
        note("open-32", "before");
        steps.run();
        long size = published().size();
        note("open-32", 600);
        S3.downAfter(2);
        assertThatThrownBy(() -> steps.run())
                .isInstanceOfSatisfying(Fault.class, no -> assertThat(no.code()).isEqualTo("ledger:tiles-not-kept"));
        assertThat(store.find().map(Head::size)).contains(size);
        assertThatThrownBy(() -> steps.run()).isInstanceOf(Fault.class);
        assertThat(get("/log/checkpoint").statusCode()).isBetween(500, 599);
        S3.down(false);
        steps.run();
        assertThat(published().size()).isEqualTo(journal.last());
        assertThat(verify(journal.last()).reason()).isEqualTo(Verdict.Reason.STANDS);
    }

    @Test
    void whatIsServedIsWhatLiesThere() {
        note("open-33", "served");
        steps.run();
        var served = new HttpTiles(URI.create("http://127.0.0.1:" + port + "/log"));
        assertThat(new Fsck(served, Policy.of(signer.key())).check()).isEqualTo(published());
    }
}
