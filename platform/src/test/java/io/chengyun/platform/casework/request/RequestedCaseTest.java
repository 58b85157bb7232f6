package io.chengyun.platform.casework.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.casework.CaseFile;
import io.chengyun.platform.casework.Casework;
import io.chengyun.platform.intake.RequestEvent;
import io.chengyun.platform.intake.ServiceRequest;
import io.chengyun.platform.intake.ServiceRequest.Asked;
import io.chengyun.platform.intake.ServiceRequest.Channel;
import io.chengyun.platform.intake.ServiceRequest.Progress;
import io.chengyun.platform.intake.ServiceRequest.Spot;
import io.chengyun.platform.intake.ServiceRequest.Status;
import io.chengyun.platform.postgres.TestDatabase;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** The case that a request opens, and who waits for it. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class RequestedCaseTest {

    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");

    @Autowired
    RequestFollower follower;

    @Autowired
    Casework casework;

    @Autowired
    AskedStore store;

    @Autowired
    JdbcClient jdbc;

    @Test
    void itLeavesACaseAtTheNearestOfItsClassRatherThanNone() {
        var file = opened("R-vanished");
        assertThat(Objects.requireNonNull(file.matter().spot().site()).asset()).isEqualTo("3101120103000008");
    }

    @Test
    void whoAskedWaitsForTheLastOfWhatGoesOnElsewhere() {
        var file = opened("R-parts");
        assertThat(store.list(file.id())).containsExactly(new AskedStore.Asked("R-parts", file.id(), false, null));

        part(file, "a", "2030-01-01T00:00:00Z");
        part(file, "b", "2029-01-01T00:00:00Z");
        assertThat(store.list(file.id()))
                .containsExactly(
                        new AskedStore.Asked("R-parts", file.id(), true, Instant.parse("2030-01-01T00:00:00Z")));
    }

    /** Splits a part off in the table. */
    private void part(CaseFile file, String name, String dueAt) {
        jdbc.sql("""
                WITH said AS (
                    INSERT INTO journal.words (payload)
                    SELECT jsonb_set(payload::jsonb, '{now,clocks,business,dueAt}', to_jsonb(:dueAt::text))
                    FROM casework.case_file whole JOIN journal.words ON words.id = whole.words WHERE whole.id = :id
                    RETURNING id)
                INSERT INTO casework.case_file
                    (id, state, ended, town, organisation, opened_at, revision, split_from, words)
                SELECT whole.id || :name, state, ended, town, organisation, opened_at, revision, whole.id, said.id
                FROM casework.case_file whole, said WHERE whole.id = :id
                """)
                .param("name", name)
                .param("dueAt", dueAt)
                .param("id", file.id())
                .update();
    }

    private CaseFile opened(String id) {
        var asked = new Asked("P0103", "井盖没了", Map.of(), null, "3101120103999999");
        var town = new AreaCode("310112103");
        var spot = new Spot(town, new AreaCode("310112103G05"), 121.402904, 31.039388, null, null);
        var begun = new Progress(Status.OPEN, null, null, null, null, NINE, 0);
        var request = new ServiceRequest(id, Channel.HOTLINE, null, asked, spot, NINE, begun);

        follower.on(1, new RequestEvent.Received(request, null, NINE));

        return casework.list(Casework.Query.all()).stream()
                .filter(one -> id.equals(one.origin().request()))
                .findFirst()
                .orElseThrow();
    }
}
