package io.chengyun.platform.sensing.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Entities joined and parted by {@code $ref}, both staying as they are. */
class LinkTest extends DeviceCalls {

    private static final String PLACE = """
            {"name": "yard", "encodingType": "application/geo+json",
             "location": {"type": "Point", "coordinates": [121.43, 31.13]}}
            """;

    private long thing() throws IOException, InterruptedException {
        return make("/v1.1/Things", thing("l-" + CODES.incrementAndGet(), "mm"))
                .path("@iot.id")
                .longValue();
    }

    private long place() throws IOException, InterruptedException {
        return make("/v1.1/Locations", PLACE).path("@iot.id").longValue();
    }

    private List<Long> ids(String path) throws IOException, InterruptedException {
        return get(path)
                .path("value")
                .valueStream()
                .map(one -> one.path("@iot.id").longValue())
                .toList();
    }

    private void done(String method, String path, String body) throws IOException, InterruptedException {
        var answer = send(method, path, body);
        assertThat(answer.statusCode())
                .as(method + " " + path + " " + answer.body())
                .isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aLocationIsJoinedToAThingAndPartedFromItAndBothStay() throws IOException, InterruptedException {
        long thing = thing();
        var locations = "/v1.1/Things(" + thing + ")/Locations";
        long roof = ids(locations).get(0);
        long yard = place();
        var history = "/v1.1/Things(" + thing + ")/HistoricalLocations";
        int passages = ids(history).size();

        done("POST", locations + "/$ref", "{\"@iot.id\": " + yard + "}");
        assertThat(ids(locations)).containsExactly(roof, yard);
        assertThat(ids(history)).as("its places are another now").hasSize(passages + 1);

        done("DELETE", locations + "(" + roof + ")/$ref", "");
        done("DELETE", locations + "/$ref?$id=" + url("/v1.1/Locations(" + yard + ")"), "");
        assertThat(ids(locations)).isEmpty();
        assertThat(status("/v1.1/Locations(" + yard + ")")).isEqualTo(200);
        assertThat(status("/v1.1/Things(" + thing + ")")).isEqualTo(200);
        assertThat(ids(history)).as("that it stands nowhere is no place").hasSize(passages + 2);
        var stream = ids("/v1.1/Things(" + thing + ")/Datastreams").get(0);
        assertThat(sensing.findStream(stream).orElseThrow().position()).isNull();
    }

    @Test
    void aLinkIsWrittenFromEitherSideAndByAddressToo() throws IOException, InterruptedException {
        long thing = thing();
        long yard = place();

        done("POST", "/v1.1/Locations(" + yard + ")/Things/$ref", "{\"@odata.id\": \"Things(" + thing + ")\"}");
        assertThat(ids("/v1.1/Things(" + thing + ")/Locations")).contains(yard);
        assertThat(ids("/v1.1/Locations(" + yard + ")/HistoricalLocations")).hasSize(1);
    }

    @Test
    void aStreamIsGivenToAnotherThingFromEitherSide() throws IOException, InterruptedException {
        long one = thing();
        long other = thing();
        long stream = ids("/v1.1/Things(" + one + ")/Datastreams").get(0);

        done("POST", "/v1.1/Things(" + other + ")/Datastreams/$ref", "{\"@iot.id\": " + stream + "}");
        assertThat(ids("/v1.1/Things(" + other + ")/Datastreams")).contains(stream);

        done("PUT", "/v1.1/Datastreams(" + stream + ")/Thing/$ref", "{\"@iot.id\": " + one + "}");
        assertThat(ids("/v1.1/Things(" + one + ")/Datastreams")).containsExactly(stream);
    }

    @Test
    void aReferenceNamesOneOfTheLinksKindAndBringsNothingAlong() throws IOException, InterruptedException {
        var locations = "/v1.1/Things(" + thing() + ")/Locations";
        long before = places();

        assertThat(send("POST", locations + "/$ref", PLACE).body()).contains("@iot.id");
        assertThat(send("POST", locations + "/$ref", "{\"@odata.id\": \"Things(1)\"}")
                        .body())
                .contains("Locations(1)");
        assertThat(ids(locations)).hasSize(1);
        assertThat(places()).isEqualTo(before);
    }

    @Test
    void whatIsNotThereIsNotLinked() throws IOException, InterruptedException {
        var locations = "/v1.1/Things(" + thing() + ")/Locations";

        assertThat(send("POST", locations + "/$ref", "{\"@iot.id\": 987654}").statusCode())
                .isEqualTo(404);
        assertThat(send("POST", "/v1.1/Things(987654)/Locations/$ref", "{\"@iot.id\": 1}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsNotLinkedIsNotParted() throws IOException, InterruptedException {
        var locations = "/v1.1/Things(" + thing() + ")/Locations";

        assertThat(send("DELETE", locations + "(987654)/$ref", "").statusCode()).isEqualTo(404);
        assertThat(send("DELETE", locations + "/$ref", "").body()).contains("\"field\":\"$id\"");
        assertThat(ids(locations)).hasSize(1);
    }

    @Test
    void theMethodMustFitTheLink() throws IOException, InterruptedException {
        long thing = thing();
        long stream = ids("/v1.1/Things(" + thing + ")/Datastreams").get(0);

        assertThat(send("PUT", "/v1.1/Things(" + thing + ")/Locations/$ref", "{\"@iot.id\": 1}")
                        .statusCode())
                .isEqualTo(405);
        assertThat(send("POST", "/v1.1/Datastreams(" + stream + ")/Thing/$ref", "{\"@iot.id\": " + thing + "}")
                        .statusCode())
                .isEqualTo(405);
        assertThat(send("POST", "/v1.1/Things/$ref", "{\"@iot.id\": 1}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatAnEntityCannotBeWithoutIsNotTakenFromIt() throws IOException, InterruptedException {
        long thing = thing();
        long stream = ids("/v1.1/Things(" + thing + ")/Datastreams").get(0);

        assertThat(code(send("DELETE", "/v1.1/Datastreams(" + stream + ")/Thing/$ref", "")))
                .isEqualTo("sensing:not-changed-so");
        assertThat(code(send("DELETE", "/v1.1/Things(" + thing + ")/Datastreams(" + stream + ")/$ref", "")))
                .isEqualTo("sensing:not-changed-so");
        assertThat(ids("/v1.1/Things(" + thing + ")/Datastreams")).containsExactly(stream);
    }

    @Test
    void anObservationStaysWithItsStream() throws IOException, InterruptedException {
        long one = newStream();
        long other = newStream();
        var made = make("/v1.1/Datastreams(" + one + ")/Observations", "{\"result\": 1}");

        var refused = send(
                "POST",
                "/v1.1/Datastreams(" + other + ")/Observations/$ref",
                "{\"@iot.id\": " + made.path("@iot.id") + "}");
        assertThat(code(refused)).isEqualTo("sensing:not-changed-so");
        assertThat(stored(one)).isEqualTo(1);
    }

    @Test
    void linksAreWrittenInABatchToWhatItHasJustMade() throws IOException, InterruptedException {
        long thing = thing();
        var answer = post("/v1.1/$batch", """
                {"requests": [
                  {"id": "a", "method": "post", "url": "Locations", "body": %s},
                  {"id": "b", "method": "post", "url": "Things(%d)/Locations/$ref", "body": {"@iot.id": "$a"}},
                  {"id": "c", "method": "patch", "url": "Things(%d)/Locations/$ref", "body": {}}]}
                """.formatted(PLACE, thing, thing));

        var statuses = JSON.readTree(answer.body())
                .path("responses")
                .valueStream()
                .map(one -> one.path("status"))
                .map(JsonNode::intValue)
                .toList();
        assertThat(statuses).containsExactly(201, 204, 400);
        assertThat(ids("/v1.1/Things(" + thing + ")/Locations")).hasSize(2);
    }

    private long places() {
        return jdbc.sql("select count(*) from sensing.location")
                .query(Long.class)
                .single();
    }
}
