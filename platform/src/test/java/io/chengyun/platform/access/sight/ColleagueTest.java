package io.chengyun.platform.access.sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.access.Access;
import io.chengyun.platform.postgres.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** Names joined to staff ids, from the sample accounts. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
@TestPropertySource(
        properties = {
            "chengyun.access.sample-accounts=true",
            "chengyun.access.staff-file=../districts/minhang/staff.csv",
            "chengyun.access.hash-strength=4"
        })
class ColleagueTest {

    private static final String INSPECTOR = "inspector-310112102";

    @Autowired
    ColleagueController door;

    @Autowired
    Access access;

    private List<Colleague> seenBy(String reader, String... ids) {
        return door.list(List.of(ids), access.find(reader).orElseThrow());
    }

    @Test
    void anOfficerReadsNameAndPost() {
        assertThat(seenBy("acceptor", INSPECTOR)).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("七宝镇核查员甲");
            assertThat(one.nameEn()).isEqualTo("Qibao Inspector A");
            assertThat(one.organisation()).isEqualTo("T310112102");
        });
    }

    @Test
    void anotherOrganisationReadsThePostOnly() {
        assertThat(seenBy("handler-drainage", INSPECTOR, "handler-drainage"))
                .extracting(Colleague::id, one -> one.name() != null)
                .containsExactly(tuple("handler-drainage", true), tuple(INSPECTOR, false));
    }

    @Test
    void whoIsNotOnTheStaffIsLeftOut() {
        assertThat(seenBy("acceptor", "gone-long-ago", "house", INSPECTOR))
                .extracting(Colleague::id)
                .containsExactly(INSPECTOR);
    }

    @Test
    void idsThatAreMissingOrTooManyAreRefusedByField() {
        var reader = access.find("acceptor").orElseThrow();
        assertThatThrownBy(() -> door.list(null, reader))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("id");
        assertThatThrownBy(() -> door.list(List.of("a", "a"), reader)).hasMessageContaining("id");
    }
}
