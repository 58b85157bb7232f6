package io.chengyun.platform.intake.open311;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.casework.Casework;
import io.chengyun.platform.casework.Casework.Query;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.postgres.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GeoReport v2 over real HTTP, as apps and forms of others speak it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@TestPropertySource(properties = {"chengyun.intake.open311.keys.app=a-key", "chengyun.intake.open311.extensions=true"})
class Open311Test {

    private static final Map<String, String> WATER = Map.of(
            "api_key", "a-key", "service_code", "0506", "lat", "31.08", "long", "121.41", "description", "路口积水到膝盖");

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    JsonMapper json;

    @Autowired
    House house;

    @Autowired
    Journal journal;

    @Autowired
    Casework casework;

    @Autowired
    JdbcClient jdbc;

    private TreeMap<String, String> form;

    @BeforeEach
    void water() {
        form = new TreeMap<>(WATER);
    }

    private HttpResponse<String> call(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> get(String path) {
        return call(HttpRequest.newBuilder(uri(path)));
    }

    private HttpResponse<String> post(String path) {
        var body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return call(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + "/open311/v2/" + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonNode json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json;charset=UTF-8");
        return json.readTree(answer.body());
    }

    private Document xml(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/xml;charset=UTF-8");
        try {
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            throw new AssertionError(answer.body(), broken);
        }
    }

    private static String word(Document document, String element) {
        return document.getElementsByTagName(element).item(0).getTextContent();
    }

    private String send() {
        return json(post("requests.json"), 201).get(0).get("service_request_id").asString();
    }

    private void refused(int status, String word) {
        long before = journal.last();
        var error = json(post("requests.json"), status).get(0);
        assertThat(error.get("code").asInt()).isEqualTo(status);
        assertThat(error.get("description").asString()).contains(word);
        assertThat(journal.last()).isEqualTo(before);
    }

    @Test
    void whatACitizenSendsIsACaseAndItsWayIsSeen() {
        form.put("lat", "31.085"); // where nobody asked before, so that it is merged into nothing
        var id = send();
        assertThat(id).matches("R\\d{10,}");
        house.settle();

        var request = json(get("requests/" + id + ".json"), 200).get(0);
        assertThat(request.get("status").asString()).isEqualTo("open");
        assertThat(request.get("status_notes").asString()).isEqualTo("REPORTED");
        assertThat(request.get("service_name").asString()).isEqualTo("道路积水");
        assertThat(request.get("agency_responsible").asString()).isNotEmpty();
        assertThat(request.get("requested_datetime").asString()).endsWith("+08:00");
        assertThat(request.get("expected_datetime").asString()).isNotEmpty();
        assertThat(casework.list(new Query(null, null, true, 1_000)))
                .filteredOn(file -> id.equals(file.origin().request()))
                .singleElement()
                .satisfies(file -> assertThat(file.matter().title()).isEqualTo("路口积水到膝盖"));
    }

    @Test
    void xmlSaysTheSameInTheStandardsElements() {
        var sent = xml(post("requests.xml"), 201);
        assertThat(sent.getDocumentElement().getTagName()).isEqualTo("service_requests");
        var id = word(sent, "service_request_id");

        var seen = xml(get("requests/" + id + ".xml"), 200);
        assertThat(seen.getElementsByTagName("request").getLength()).isOne();
        assertThat(word(seen, "description")).isEqualTo("路口积水到膝盖");
        assertThat(word(seen, "lat")).isEqualTo("31.08");
        var services = xml(get("services.xml"), 200);
        assertThat(services.getElementsByTagName("service").getLength())
                .isEqualTo(json(get("services.json"), 200).size());
        assertThat(word(xml(get("services/0506.xml"), 200), "service_code")).isEqualTo("0506");
        assertThat(word(xml(get("discovery.xml"), 200), "url")).endsWith("/open311/v2");
    }

    @Test
    void aServiceIsFoundByItsGroupAndTheWordsOfCitizens() {
        var services = json(get("services.json"), 200);
        var water = services.valueStream()
                .filter(service -> service.get("service_code").asString().equals("0506"))
                .findFirst()
                .orElseThrow();
        assertThat(water.get("group").asString()).isEqualTo("突发事件 Sudden events");
        assertThat(water.get("keywords").asString().split(",")).contains("积水", "flood");

        assertThat(services.valueStream()
                        .map(service -> service.get("service_code").asString()))
                .hasSize(173)
                .contains("0110", "P0101")
                .doesNotContain("0599", "P0190");
    }

    @Test
    void aPartsClassIsAskedForLikeAnyOther() {
        form.put("service_code", "P0101");
        form.put("description", "井盖没了");

        var request = json(get("requests/" + send() + ".json"), 200).get(0);
        assertThat(request.get("service_name").asString()).isEqualTo("上水井盖");
    }

    @Test
    void whoAskedIsInNoAnswerAndNoEvent() {
        form.put("phone", "13800001234");
        form.put("first_name", "兰");
        form.put("email", "lan@example.org");
        form.put("description", "请打13800001234找我");
        var id = send();
        house.settle();

        assertThat(casework.list(new Query(null, null, true, 1_000)))
                .filteredOn(file -> id.equals(file.origin().request()))
                .singleElement()
                .satisfies(file -> assertThat(file.matter().title()).isEqualTo("请打***找我"));
        assertThat(get("requests/" + id + ".json").body())
                .contains("请打***找我")
                .doesNotContain("13800001234")
                .doesNotContain("lan@example.org");
        assertThat(jdbc.sql("select count(*) from journal.words where payload like '%lan@example.org%'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select last_digits from intake.contact where request = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("1234");
    }

    @Test
    void aCitizenNeedsNoAccount() {
        form.put("phone", "13800001234");
        var id = send();
        var asking = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/citizen/request"))
                .header("Content-Type", "application/json");
        var answer = call(asking.POST(BodyPublishers.ofString("{\"id\":\"" + id + "\",\"lastDigits\":\"1234\"}")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("路口积水到膝盖").doesNotContain("13800001234");
        assertThat(call(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/cases")))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void whatIsMarkupIsAnsweredAsText() {
        form.put("description", "<script>alert(1)</script>&\u0001");
        var id = send();
        assertThat(word(xml(get("requests/" + id + ".xml"), 200), "description"))
                .isEqualTo("<script>alert(1)</script>&");
    }

    @Test
    void severalAnswersToOneAttributeAreKept() {
        form.put("attribute[DEPTH]", "20");
        form.put("attribute[SIGNS][]", "smell");
        var id = send();
        assertThat(jdbc.sql("select body->'asked'->'attributes'->>'DEPTH' from intake.request where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("[\"20\"]");
    }

    @Test
    void withoutAKeyOrWithAWrongOneNothingIsTaken() {
        form.remove("api_key");
        refused(403, "api_key");
        form.put("api_key", "another");
        refused(403, "api_key");
    }

    @ParameterizedTest
    @CsvSource({
        "service_code, 9999, 404, services",
        "service_code, '', 400, service_code",
        "lat, 181, 400, lat",
        "lat, north, 400, lat",
        "lat, '', 400, lat",
        "lat, 39.9, 400, district",
        "address_string, 沪闵路100号, 400, one way only",
        "address_id, x, 400, one way only",
        "email, nobody, 400, email",
        "phone, <b>, 400, phone",
        "media_url, javascript:alert(1), 400, media_url",
        "attribute[], x, 400, attribute",
        "jurisdiction_id, boston.gov, 404, jurisdiction_id"
    })
    void whatIsWrongIsNamedAndNothingIsTaken(String field, String value, int status, String word) {
        form.put(field, value);
        refused(status, word);
    }

    @Test
    void fourThousandCharactersAreTakenAndOneMoreIsNot() {
        form.put("description", "水".repeat(4_000));
        send();
        form.put("description", "水".repeat(4_001));
        refused(400, "description");
    }

    @Test
    void anAddressCodeOfThisServerIsAPlace() {
        var id = send();
        var code = json(get("requests/" + id + ".json"), 200)
                .get(0)
                .get("address_id")
                .asString();
        form.remove("lat");
        form.remove("long");
        form.put("address_id", code);
        var again = json(get("requests/" + send() + ".json"), 200).get(0);
        assertThat(again.get("address_id").asString()).isEqualTo(code);
        form.put("address_id", "310112999999");
        refused(400, "area");
    }

    @Test
    void anAddressInWordsIsAPlaceAndOneOfAnotherCityIsNot() {
        form.remove("lat");
        form.remove("long");
        form.put("address_string", "闵行区莘庄镇");
        var found = json(get("requests/" + send() + ".json"), 200).get(0);
        assertThat(found.get("address").asString()).isEqualTo("闵行区莘庄镇");
        assertThat(found.get("address_id").asString()).startsWith("310112");
        form.put("address_string", "北京市朝阳区建国路88号");
        refused(400, "lat and long");
        form.put("address_string", "😀😀");
        refused(400, "lat and long");
    }

    @Test
    void requestsAreFoundByTimeServiceStatusAndNumber() {
        var water = send();
        form.put("service_code", "0503");
        var drain = send();

        var all = get("requests.json").body();
        assertThat(all).contains(water).contains(drain);
        var drains = get("requests.json?service_code=0503&status=open").body();
        assertThat(drains).contains(drain).doesNotContain(water);
        assertThat(json(get("requests.json?status=closed"), 200)).isEmpty();
        assertThat(json(get("requests.json?service_request_id=" + water + "," + drain + "&status=closed"), 200))
                .hasSize(2);
        assertThat(json(get("requests.json?end_date=2020-01-01T00:00:00Z"), 200))
                .isEmpty();
        assertThat(json(get("requests.json?extensions=true&page_size=1&page=2"), 200))
                .hasSize(1);
        assertThat(get("requests.json?extensions=true&bbox=121.4,31,121.5,31.2").body())
                .contains(water);
        assertThat(json(get("requests.json?extensions=true&bbox=120,31,121,31.2"), 200))
                .isEmpty();
    }

    @Test
    void theStepsOfARequestAreItsUpdates() {
        form.put("lat", "31.09");
        var id = send();
        house.settle();
        var updates = json(get("servicerequestupdates.json?extensions=true&service_request_id=" + id), 200);
        assertThat(updates).hasSize(2);
        assertThat(updates.get(1).get("description").asString()).isEqualTo("REPORTED");
        assertThat(word(xml(get("servicerequestupdates.xml?service_request_id=" + id), 200), "update_id"))
                .isEqualTo(id + "-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "requests.json?start_date=2026-01-01T00:00:00Z&end_date=2026-04-02T00:00:01Z",
                "requests.json?start_date=2026-02-01T00:00:00Z&end_date=2026-01-01T00:00:00Z",
                "requests.json?start_date=yesterday",
                "requests.json?status=lost",
                "requests.json?service_code=,",
                "requests.json?extensions=true&bbox=121,31",
                "requests.json?extensions=true&bbox=121,31,north,32",
                "requests.json?extensions=true&page=-1",
                "requests.json?extensions=true&page_size=1001"
            })
    void aWrongQuestionIsAnsweredWithWhatIsWrong(String path) {
        var field = path.contains("page_size") ? "page_size" : path.contains("page") ? "page" : "";
        assertThat(json(get(path), 400).get(0).get("description").asString()).contains(field);
    }

    @Test
    void ninetyDaysMayBeAsked() {
        json(get("requests.json?start_date=2026-01-01T00:00:00Z&end_date=2026-04-01T00:00:00Z"), 200);
    }

    @Test
    void whatIsNotThereIsFourHundredAndFour() {
        json(get("requests/r-none.json"), 404);
        json(get("services/9999.json"), 404);
        json(get("tokens/any.json"), 404);
        json(get("services.json?jurisdiction_id=boston.gov"), 404);
        assertThat(get("requests.yml").statusCode()).isEqualTo(400);
    }
}
