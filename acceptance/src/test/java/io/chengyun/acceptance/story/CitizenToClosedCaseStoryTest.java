package io.chengyun.acceptance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.acceptance.house.StoryHouse;
import io.chengyun.acceptance.house.Visitor;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * One morning of a case that citizens ask for (市民诉求): reported through Open311, merged, returned twice and arbitrated,
 * handled by two departments, inspected and failed, closed, called back, reopened and closed, over HTTP; with both clocks
 * and the citizen's page at each step.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CitizenToClosedCaseStoryTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.of(2020, 7, 1);
    private static final String DRAINAGE = "handler-drainage";
    private static final String ACTS = "/actions/";

    @TempDir
    private static Path folder;

    private StoryHouse house;
    private Telling story;
    private Visitor citizen;
    private String request = "";
    private String neighbour = "";
    private String id = "";
    private int pictures;

    @BeforeAll
    void open() {
        house = StoryHouse.open(
                folder, Instant.parse("2020-06-30T23:00:00Z"), "chengyun.intake.open311.keys.story=a-key");
        story = new Telling(house, DAY);
        citizen = new Visitor(house.address());
    }

    @AfterAll
    void close() {
        house.close();
    }

    private String ask(String description, String phone) {
        var answer = citizen.postForm(
                "/open311/v2/requests.json",
                Map.of(
                        "api_key", "a-key",
                        "service_code", "0506",
                        "lat", "31.0301",
                        "long", "121.4102",
                        "description", description,
                        "phone", phone));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        house.settle();
        return answer.text("/0/service_request_id");
    }

    private JsonNode followed(String number, String digits) {
        return citizen.post("/api/citizen/request", Map.of("id", number, "lastDigits", digits))
                .body();
    }

    private JsonNode card() {
        return story.visitor("commander").get("/api/cases/" + id).body().at("/card");
    }

    /** The case stands so, and is due then: as a whole, and with whoever holds it. */
    private void stands(String state, String business, String holder) {
        var card = card();
        assertThat(card.at("/state").asString()).isEqualTo(state);
        assertThat(time(card.at("/businessDeadlineAt"))).as("business clock").isEqualTo(business);
        assertThat(time(card.at("/holderDeadlineAt"))).as("holder's clock").isEqualTo(holder);
        assertThat(followed(request, "1234").at("/status").asString())
                .as("the citizen's page")
                .isEqualTo(state.equals("CLOSED") ? "CLOSED" : "OPEN");
    }

    private static String time(JsonNode at) {
        return at.isNull()
                ? ""
                : OffsetDateTime.parse(at.asString())
                        .atZoneSameInstant(ZONE)
                        .toLocalTime()
                        .withNano(0)
                        .toString();
    }

    private void does(String who, String action, Map<String, ?> given) {
        story.does(who, id, action, given);
    }

    private Map<String, Object> shown(String note) {
        var card = card();
        var photo = story.visitor(DRAINAGE)
                .photograph(
                        id,
                        Visitor.picture(++pictures),
                        card.at("/lon").asString(),
                        card.at("/lat").asString());
        return new HashMap<>(Map.of("note", note, "evidence", List.of(photo)));
    }

    @Test
    @Order(1)
    void aCitizenReportsAndFollowsItByNumberAndFourDigits() {
        story.at("09:00");
        request = ask("江川路小区门口路面积水，车辆无法通行", "138-0000-1234");
        assertThat(followed(request, "1234").at("/status").asString()).isEqualTo("OPEN");
        assertThat(citizen.post("/api/citizen/request", Map.of("id", request, "lastDigits", "9999"))
                        .status())
                .isEqualTo(404);
        id = story.visitor("acceptor")
                .get("/api/cases?open=true")
                .body()
                .at("/cases/0/id")
                .asString();
        stands("REPORTED", "12:15", "09:15");
    }

    @Test
    @Order(2)
    void theAcceptorSeesAClassAndWhoAsksForTheSameIsMerged() {
        story.at("09:02");
        neighbour = ask("江川路小区门口路面积水，车辆过不去", "139-0000-4321");
        var advice = story.visitor("acceptor")
                .get("/api/intake/cases/" + id + "/advice")
                .body();
        assertThat(advice.at("/advice/caseClass").asString())
                .as(advice.toString())
                .isEqualTo("0506");
        assertThat(story.visitor("acceptor").get("/api/cases?open=true").body().at("/cases"))
                .hasSize(1);
        var file = story.visitor("acceptor").get("/api/cases/" + id).body();
        assertThat(file.at("/file/course/ties/asked").asInt()).isEqualTo(2);
        assertThat(followed(neighbour, "4321").at("/steps/1/step").asString()).isEqualTo("REPORTED");
    }

    @Test
    @Order(3)
    void itIsFiledAndDispatchedWithAReason() {
        story.at("09:05");
        does("acceptor", "accept", Map.of());
        does("acceptor", "file", Map.of("standard", "0506-1"));
        stands("PENDING_DISPATCH", "12:15", "09:20");
        story.at("09:10");
        does("dispatcher", "dispatch", Map.of());
        stands("PENDING_HANDLING", "12:15", "11:10");
        var works =
                story.visitor("dispatcher").get("/api/cases/" + id + "/works").body();
        assertThat(works.at("/0/assignment/basis/caseClass").asString()).isEqualTo("0506");
        assertThat(works.at("/0/assignment/level").asString()).isEqualTo("GRID");
    }

    @Test
    @Order(4)
    void returnedTwiceItIsArbitratedAndMeanwhileSomebodyHasIt() {
        var ground = Map.of("note", "非网格处置范围", "legalGround", "责任清单第 3 条");
        story.at("09:30");
        does("handler", "return", ground);
        stands("RETURNED", "12:15", "09:45");
        story.at("09:35");
        does("dispatcher", "redispatch", Map.of("organisation", "D-DRAINAGE"));
        stands("PENDING_HANDLING", "12:15", "11:35");
        story.at("09:45");
        does(DRAINAGE, "return", ground);
        assertThat(card().at("/holder/organisation").asString()).isEqualTo("D310112");
        stands("PENDING_HANDLING", "12:15", "11:45");
        story.at("10:00");
        var ruling = Map.of("organisation", "D-DRAINAGE", "note", "由排水所处置", "legalGround", "排水条例");
        does("commander", "arbitrate", ruling);
        stands("PENDING_HANDLING", "12:15", "12:00");
        assertThat(story.tries(DRAINAGE, id, "return", ground).text("/code")).isEqualTo("casework:ruled");
    }

    @Test
    @Order(5)
    void twoDepartmentsHandleItTogether() {
        story.at("10:05");
        does(DRAINAGE, "sign", Map.of());
        does("dispatcher", "share", Map.of("organisations", List.of("D-ROADS"), "policy", "ALL"));
        story.at("10:20");
        assertThat(story.tries(DRAINAGE, id, "submit", shown("已排水")).text("/code"))
                .isEqualTo("casework:parts-open");
        does("handler-roads", "part-done", Map.of("note", "路面已清扫"));
        story.at("10:30");
        does(DRAINAGE, "submit", shown("已排水"));
        stands("HANDLED", "12:15", "10:45");
    }

    @Test
    @Order(6)
    void inspectedAndFailedItIsDoneAgainAndClosed() {
        story.at("10:35");
        does("dispatcher", "confirm", Map.of());
        stands("PENDING_INSPECTION", "12:15", "11:05");
        story.at("10:40");
        does("inspector", "inspect-fail", Map.of("note", "仍有积水"));
        stands("INSPECTION_FAILED", "12:15", "10:55");
        story.at("10:45");
        does("dispatcher", "redispatch", Map.of("organisation", "D-DRAINAGE"));
        stands("PENDING_HANDLING", "12:15", "12:15");
        story.at("10:50");
        handledAndPassed("11:00", "11:05", "11:10");
        story.at("11:12");
        does("acceptor", "close", Map.of());
        stands("CLOSED", "12:15", "");
    }

    private void handledAndPassed(String done, String confirmed, String passed) {
        does(DRAINAGE, "sign", Map.of());
        story.at(done);
        does(DRAINAGE, "submit", shown("已再次排水"));
        story.at(confirmed);
        does("dispatcher", "confirm", Map.of());
        story.at(passed);
        does("inspector", "inspect-pass", Map.of());
    }

    @Test
    @Order(7)
    void calledBackAndNotSolvedItIsReopenedAndClosedForGood() {
        story.at("11:30");
        does("acceptor", "call-back", Map.of("note", "市民称又积水", "resolved", false));
        story.at("11:35");
        does("acceptor", "reopen", Map.of("note", "回访未解决"));
        stands("PENDING_DISPATCH", "12:38", "11:50");
        story.at("11:40");
        does("dispatcher", "dispatch", Map.of("organisation", "D-DRAINAGE"));
        stands("PENDING_HANDLING", "12:38", "12:55");
        story.at("11:45");
        handledAndPassed("11:50", "11:52", "11:55");
        story.at("11:58");
        does("acceptor", "close", Map.of());
        does("acceptor", "call-back", Map.of("note", "市民满意", "resolved", true, "satisfied", true));
        stands("CLOSED", "12:38", "");
        assertThat(followed(neighbour, "4321").at("/status").asString()).isEqualTo("CLOSED");
    }

    @Test
    @Order(8)
    void whatAnEndedCaseDoesNotAllowIsAnsweredWithWhatItDoes() {
        var answer = story.visitor(DRAINAGE).post("/api/cases/" + id + ACTS + "sign", Map.of());
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("/code")).isEqualTo("casework:not-allowed-now");
    }

    /** Numerator and divisor of a figure of the whole district, July 2020. */
    private String figure(String indicator) {
        var sheet = story.visitor("commander")
                .get("/api/evaluation/indicators?subject=DISTRICT&from=2020-07-01&to=2020-08-01")
                .body();
        for (var figure : sheet.at("/lines/0/figures")) {
            if (figure.at("/indicator").asString().equals(indicator)) {
                return figure.at("/counted").asLong() + "/" + figure.at("/n").asLong();
            }
        }
        return "";
    }

    @Test
    @Order(9)
    void theMonthAddsUp() {
        story.at("13:00");
        assertThat(figure("reported")).as("the citizen and the neighbour").isEqualTo("2/2");
        assertThat(figure("duplicates")).isEqualTo("1/1");
        assertThat(figure("returned")).as("six dispatches, two came back").isEqualTo("2/6");
        assertThat(figure("rework")).as("handed in three times, failed once").isEqualTo("1/3");
        assertThat(figure("inspection")).isEqualTo("2/3");
        assertThat(figure("closing_in_time")).isEqualTo("1/1");
    }
}
