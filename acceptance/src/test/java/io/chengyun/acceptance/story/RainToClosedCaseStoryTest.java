package io.chengyun.acceptance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.acceptance.house.StoryHouse;
import io.chengyun.acceptance.house.Visitor;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One wet Wednesday in Jiangchuan Road (江川路街道): the loop from the first drop to the closed case, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RainToClosedCaseStoryTest {

    private static final String TOWN = "310112001";
    private static final String HANDLER = "handler-310112001";

    @TempDir
    private static Path folder;

    private StoryHouse house;
    private Telling story;
    private String caseId = "";

    @BeforeAll
    void open() {
        house = StoryHouse.open(folder, Instant.parse("2020-06-30T23:00:00Z"));
        story = new Telling(house, LocalDate.of(2020, 7, 1));
        var gauge = house.gauge("gauge-1", "rainfall", TOWN);
        story.at("07:00").observe(gauge, 0.0);
        story.at("08:00").observe(gauge, 2.5);
        story.at("09:00").observe(gauge, 36.0);
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    @Order(1)
    void heavyHourRaisesOneWarningAndFilesOneCaseWithTheTown() {
        assertThat(story.between("07:00", "08:59")).noneMatch(type -> type.startsWith("warning."));
        assertThat(story.between("09:00", "09:00"))
                .containsSubsequence("assessment.Given", "warning.Raised", "casework.Filed", "casework.Dispatched")
                .containsOnlyOnce("warning.Raised", "casework.Filed");
        var cases = story.visitor(HANDLER).get("/api/cases?open=true").body().at("/cases");
        assertThat(cases).hasSize(1);
        caseId = cases.at("/0/id").asString();
        assertThat(cases.at("/0/state").asString()).isEqualTo("PENDING_HANDLING");
        assertThat(cases.at("/0/holder/organisation").asString()).isEqualTo("T" + TOWN);
        assertThat(cases.at("/0/grade").asString()).isEqualTo("BLUE");
    }

    @Test
    @Order(2)
    void anotherTownsCaseIsAbsentAndTheTryIsOnRecord() {
        var stranger = story.visitor("handler-310112101");
        assertThat(stranger.get("/api/cases/" + caseId).status()).isEqualTo(404);
        assertThat(stranger.get("/api/cases?open=true").body().at("/cases")).isEmpty();
        assertThat(stranger.post("/api/cases/" + caseId + "/actions/sign", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(story.between("09:00", "09:00")).contains("access.Denied");
    }

    @Test
    @Order(3)
    void whatTheStateDoesNotAllowIsRefusedWithWhatItAllows() {
        var refused = story.at("09:05").tries(HANDLER, caseId, "submit", Map.of("note", "done"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/code")).isEqualTo("casework:not-allowed-now");
        assertThat(refused.body().at("/allowed").toString()).contains("\"sign\"");
    }

    @Test
    @Order(4)
    void oneOfTwoWhoActAtOnceWinsAndTheOtherIsTold() throws Exception {
        story.at("09:08");
        var one = story.visitor(HANDLER);
        var other = story.visitor(HANDLER);
        long version =
                one.get("/api/cases/" + caseId).body().at("/card/version").asLong();
        Callable<Integer> first = () -> sign(one, version);
        Callable<Integer> second = () -> sign(other, version);
        var pool = Executors.newFixedThreadPool(2);
        var statuses = pool.invokeAll(List.of(first, second)).stream()
                .map(RainToClosedCaseStoryTest::result)
                .sorted()
                .toList();
        pool.shutdown();
        assertThat(statuses).containsExactly(200, 409);
        assertThat(story.between("09:08", "09:08")).containsOnlyOnce("casework.Signed");
    }

    private int sign(Visitor visitor, long version) {
        return visitor.post("/api/cases/" + caseId + "/actions/sign", Map.of("version", version))
                .status();
    }

    private static int result(java.util.concurrent.Future<Integer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Order(5)
    void workIsSubmittedWithAPhotographInspectedAndClosed() {
        story.at("10:00");
        var card = story.visitor(HANDLER).get("/api/cases/" + caseId).body().at("/card");
        var photo = story.visitor(HANDLER)
                .photograph(
                        caseId,
                        Visitor.picture(1),
                        card.at("/lon").asString(),
                        card.at("/lat").asString());
        story.does(HANDLER, caseId, "submit", Map.of("note", "低洼处已巡查，无积水", "evidence", List.of(photo)));
        var judgesHimself = story.tries(HANDLER, caseId, "inspect-pass", Map.of());
        assertThat(judgesHimself.status()).isIn(403, 409);
        var closed = story.at("10:20").does("inspector", caseId, "inspect-pass", Map.of());
        assertThat(closed.text("/card/state")).isEqualTo("CLOSED");
        assertThat(story.between("10:00", "10:20"))
                .containsSubsequence(
                        "casework.Submitted", "casework.Confirmed", "casework.InspectionPassed", "casework.Closed");
    }

    @Test
    @Order(6)
    void theWarningIsLiftedAfterThreeQuietHours() {
        var types = story.at("15:00").between("10:21", "15:00");
        assertThat(types).doesNotContain("casework.Filed");
        var numbers =
                house.journalAfter(0).stream().map(entry -> entry.number()).toList();
        assertThat(numbers).isSorted().doesNotHaveDuplicates();
        assertThat(numbers.get(numbers.size() - 1)).isEqualTo(numbers.size());
    }
}
