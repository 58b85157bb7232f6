package io.chengyun.platform.sensing.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.journal.Entry;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.place.Position;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Entities changed and deleted, and observations with more than a number at a time. */
class ChangeTest extends DeviceCalls {

    @Autowired
    Journal journal;

    @Autowired
    House house;

    private JsonNode patch(String path, String body) throws IOException, InterruptedException {
        var answer = send("PATCH", path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private long thingOf(long stream) throws IOException, InterruptedException {
        return get("/v1.1/Datastreams(" + stream + ")/Thing").path("@iot.id").longValue();
    }

    /** A stream of a property that the registry does not know. */
    private long freeStream(String more) throws IOException, InterruptedException {
        var thing = make("/v1.1/Things", """
                {"name": "lamp", "description": "lamp",
                 "Locations": [{"name": "here", "encodingType": "application/geo+json",
                    "location": {"type": "Point", "coordinates": [121.41, 31.11]}}],
                 "Datastreams": [{"name": "mood", "Sensor": {"name": "eye"}, %s
                    "unitOfMeasurement": {"name": "furlong", "symbol": "fur", "definition": "x:fur"},
                    "ObservedProperty": {"name": "joy", "definition": "urn:x:joy", "description": "d"}}]}
                """.formatted(more));
        return get(thing.path("Datastreams@iot.navigationLink").stringValue())
                .at("/value/0/@iot.id")
                .longValue();
    }

    @Test
    void aPropertyThatTheRegistryDoesNotKnowIsTakenAsItIs() throws IOException, InterruptedException {
        long stream = freeStream("");

        assertThat(sensing.findStream(stream)).hasValueSatisfying(known -> {
            assertThat(known.property()).startsWith("property_");
            assertThat(known.unit()).isEqualTo("fur");
        });
        assertThat(get("/v1.1/Datastreams(" + stream + ")")
                        .at("/unitOfMeasurement/definition")
                        .stringValue())
                .isEqualTo("x:fur");
        make("/v1.1/Datastreams(" + stream + ")/Observations", "{\"result\": -1e12}");
        assertThat(stored(stream)).isEqualTo(1);
    }

    @Test
    void aThingThatStandsNowhereHasStreamsOnNoMap() throws IOException, InterruptedException {
        var body = """
                {"name": "x", "Datastreams": [{"name": "r", "Sensor": {"name": "s"},
                    "ObservedProperty": {"name": "rainfall"}}]}
                """;
        var thing = make("/v1.1/Things", body).path("@iot.id");
        long stream = get("/v1.1/Things(" + thing + ")/Datastreams")
                .at("/value/0/@iot.id")
                .longValue();
        var observations = "/v1.1/Datastreams(" + stream + ")/Observations";

        assertThat(sensing.findStream(stream).orElseThrow().position()).isNull();
        assertThat(code(post(observations, "{\"result\": 1}"))).isEqualTo("sensing:no-feature");
        make("/v1.1/Things(" + thing + ")/Locations", """
                {"name": "p", "encodingType": "application/geo+json",
                 "location": {"type": "Point", "coordinates": [121.42, 31.12]}}
                """);
        assertThat(sensing.findStream(stream).orElseThrow().position()).isNotNull();
        make(observations, "{\"result\": 1}");
    }

    @Test
    void whatAnObservationHasBeyondANumberIsKeptBesideIt() throws IOException, InterruptedException {
        long stream = freeStream("");
        var end = begin.plusSeconds(60);
        var made = make("/v1.1/Datastreams(" + stream + ")/Observations", """
                {"phenomenonTime": "%s/%s", "result": {"level": "high", "n": [1]}, "resultTime": "%s",
                 "resultQuality": {"code": "good"}, "validTime": "%s/%s", "parameters": {"by": "hand"}}
                """.formatted(begin, end, end, begin, end));

        var shown = get(made.path("@iot.selfLink").stringValue());
        assertThat(shown.path("phenomenonTime").stringValue()).isEqualTo(begin + "/" + end);
        assertThat(shown.at("/result/level").stringValue()).isEqualTo("high");
        assertThat(shown.path("resultTime").stringValue()).isEqualTo(end.toString());
        assertThat(shown.at("/resultQuality/code").stringValue()).isEqualTo("good");
        assertThat(shown.path("validTime").stringValue()).isEqualTo(begin + "/" + end);
        assertThat(shown.at("/parameters/by").stringValue()).isEqualTo("hand");
        var observations = "/v1.1/Datastreams(" + stream + ")/Observations";
        assertThat(found(observations, "result/level eq 'high' and resultQuality/code eq 'good'"))
                .hasSize(1);
        assertThat(found(observations, "phenomenonTime lt " + begin.plusSeconds(30)))
                .isEmpty();
        assertThat(found(observations, "result gt 0")).isEmpty();
        assertThat(sensing.listLatest().stream()
                        .filter(one -> one.stream().id() == stream)
                        .findFirst()
                        .orElseThrow()
                        .value())
                .isNull();
    }

    @Test
    void whatTheHouseFoundWrongStandsInTheResultQualityAfterWhatTheSenderSaid()
            throws IOException, InterruptedException {
        long stream = newStream();
        var observations = "/v1.1/Datastreams(" + stream + ")/Observations";
        post("/v1.1/CreateObservations", dataArray(stream, row(0, 1) + "," + row(1, 150)));
        make(observations, """
                {"phenomenonTime": "%s", "result": 151, "resultQuality": {"code": "odd"}}
                """.formatted(begin.plusSeconds(2)));

        var seen = get(observations + "?$orderby=phenomenonTime").path("value");
        assertThat(seen.path(0).has("resultQuality")).as("in order").isFalse();
        assertThat(seen.at("/1/resultQuality")).hasSize(1);
        assertThat(seen.at("/1/resultQuality/0/flag").stringValue()).isEqualTo("out_of_range");
        assertThat(seen.at("/1/resultQuality/0/rule").stringValue()).isEqualTo("plausible");
        assertThat(seen.at("/1/resultQuality/0/at").isString()).isTrue();
        assertThat(seen.at("/2/resultQuality/0/code").stringValue()).isEqualTo("odd");
        assertThat(seen.at("/2/resultQuality/1/flag").stringValue()).isEqualTo("out_of_range");
        assertThat(found(observations, "resultQuality/code eq 'odd'")).hasSize(1);

        var one = seen.at("/2/@iot.selfLink").stringValue();
        assertThat(get(one).path("resultQuality")).isEqualTo(seen.at("/2/resultQuality"));
        assertThat(get(one + "/resultQuality").at("/resultQuality/1/flag").stringValue())
                .isEqualTo("out_of_range");
        patch(one.substring(one.indexOf("/v1.1")), "{\"resultQuality\": " + seen.at("/2/resultQuality") + "}");
        assertThat(get(one).path("resultQuality"))
                .as("what was read and is sent back is said once")
                .isEqualTo(seen.at("/2/resultQuality"));
        var thing = get("/v1.1/Datastreams(" + stream + ")?$expand=Observations($orderby=phenomenonTime)");
        assertThat(thing.at("/Observations/1/resultQuality/0/flag").stringValue())
                .isEqualTo("out_of_range");
        var cells = get(observations + "?$resultFormat=dataArray&$select=resultQuality&$orderby=phenomenonTime");
        assertThat(cells.at("/value/0/dataArray/0/0").isNull()).isTrue();
        assertThat(cells.at("/value/0/dataArray/1/0/0/flag").stringValue()).isEqualTo("out_of_range");
        assertThat(get(observations + "?$select=result").at("/value/0").has("resultQuality"))
                .isFalse();
    }

    @Test
    void aRegisteredPropertyTakesNumbersOnlyWhateverElseIsSaid() throws IOException, InterruptedException {
        var observations = "/v1.1/Datastreams(" + newStream() + ")/Observations";

        assertThat(code(post(observations, "{\"result\": \"wet\", \"resultTime\": \"" + begin + "\"}")))
                .isEqualTo("sensing:not-numeric");
        assertThat(code(post(observations, "{\"result\": 301, \"resultTime\": \"" + begin + "\"}")))
                .isEqualTo("sensing:out-of-range");
        assertThat(post(observations, "{\"result\": 1, \"resultTime\": \"noon\"}")
                        .body())
                .contains("resultTime");
    }

    @Test
    void aMovedObservationKeepsItsIdAndTheNewestFollows() throws IOException, InterruptedException {
        long stream = newStream();
        var made = make(
                "/v1.1/Datastreams(" + stream + ")/Observations",
                "{\"phenomenonTime\": \"" + begin + "\", \"result\": 1}");
        var link = made.path("@iot.selfLink").stringValue();
        var later = begin.plusSeconds(600);

        var moved = patch(link, "{\"phenomenonTime\": \"" + later + "\", \"result\": 2.5}");

        assertThat(moved.path("@iot.id")).isEqualTo(made.path("@iot.id"));
        assertThat(get(link).path("phenomenonTime").stringValue()).isEqualTo(later.toString());
        assertThat(newestOf(stream)).isEqualTo(later);
        assertThat(stored(stream)).isEqualTo(1);
        post("/v1.1/CreateObservations", dataArray(stream, row(30, 7)));
        var taken = begin.plusSeconds(30);
        assertThat(code(send("PATCH", link, "{\"phenomenonTime\": \"" + taken + "\"}")))
                .isEqualTo("sensing:time-taken");
        assertThat(send("PATCH", link, "{\"phenomenonTime\": \"2099-01-01T00:00:00Z\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("DELETE", link, "").statusCode()).isEqualTo(200);
        assertThat(status(link)).isEqualTo(404);
        assertThat(newestOf(stream)).isEqualTo(taken);
    }

    private @Nullable Instant newestOf(long stream) {
        return sensing.listLatest().stream()
                .filter(one -> one.stream().id() == stream)
                .findFirst()
                .orElseThrow()
                .at();
    }

    @Test
    void deletingAStreamTakesItsObservationsAndIsToldToTheJournal() throws IOException, InterruptedException {
        long stream = newStream();
        long thing = thingOf(stream);
        post("/v1.1/CreateObservations", dataArray(stream, row(0, 1)));

        assertThat(send("DELETE", "/v1.1/Things(" + thing + ")", "").statusCode())
                .isEqualTo(200);

        assertThat(status("/v1.1/Datastreams(" + stream + ")")).isEqualTo(404);
        assertThat(stored(stream)).isZero();
        assertThat(sensing.findStream(stream)).isEmpty();
        assertThat(jdbc.sql("select count(*) from journal.entry where type = 'sensing.StreamRemoved' and subject = ?")
                                .param("stream-" + stream)
                                .query(Long.class)
                                .single()
                        + jdbc.sql(
                                        "select count(*) from journal.inbox where type = 'sensing.StreamRemoved' and subject = ?")
                                .param("stream-" + stream)
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
        assertThat(post("/v1.1/CreateObservations", dataArray(stream, row(1, 1)))
                        .body())
                .contains("unknown-datastream");
    }

    @Test
    void aThingThatMovesLeavesAHistoryAndItsOldObservationsWhereTheyWere() throws IOException, InterruptedException {
        long stream = newStream();
        long thing = thingOf(stream);
        post("/v1.1/CreateObservations", dataArray(stream, row(0, 1)));
        var there = make("/v1.1/Locations", """
                        {"name": "there", "encodingType": "application/geo+json",
                         "location": {"type": "Point", "coordinates": [121.5, 31.2]}}
                        """).path("@iot.id");

        patch("/v1.1/Things(" + thing + ")", "{\"Locations\": [{\"@iot.id\": " + there + "}]}");
        post("/v1.1/CreateObservations", dataArray(stream, row(1, 1)));

        assertThat(sensing.findStream(stream).orElseThrow().position()).isEqualTo(new Position(121.5, 31.2));
        house.settle();
        assertThat(journal.listAbout("stream-" + stream))
                .extracting(Entry::type)
                .containsExactly("sensing.StreamRegistered", "sensing.StreamMoved");
        patch("/v1.1/Things(" + thing + ")", "{\"description\": \"it stays where it is\"}");
        house.settle();
        assertThat(journal.listAbout("stream-" + stream)).hasSize(2);
        assertThat(get("/v1.1/Things(" + thing + ")/HistoricalLocations")
                        .path("value")
                        .size())
                .isEqualTo(2);
        var seen = get("/v1.1/Datastreams(" + stream
                        + ")/Observations?$orderby=phenomenonTime&$expand=FeatureOfInterest($select=name)")
                .path("value");
        assertThat(seen.at("/0/FeatureOfInterest/name").stringValue()).isEqualTo("roof");
        assertThat(seen.at("/1/FeatureOfInterest/name").stringValue()).isEqualTo("there");
    }

    @Test
    void aStreamOfSeveralPropertiesTakesAsManyValues() throws IOException, InterruptedException {
        var thing = make("/v1.1/Things", thing("multi-" + CODES.incrementAndGet(), "mm"))
                .path("@iot.id");
        var type = "\"http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement\"";
        var stream = make("/v1.1/Things(" + thing + ")/MultiDatastreams", """
                {"name": "wind", "description": "wind", "multiObservationDataTypes": [%s, %s],
                 "unitOfMeasurements": [{"name": "m/s", "symbol": "m/s", "definition": "x:a"},
                    {"name": "degree", "symbol": "°", "definition": "x:b"}],
                 "Sensor": {"name": "vane"},
                 "ObservedProperties": [
                    {"name": "gust", "definition": "urn:x:gust"}, {"name": "bearing", "definition": "urn:x:bearing"}]}
                """.formatted(type, type));
        var link = stream.path("@iot.selfLink").stringValue();

        var made = make(link + "/Observations", "{\"result\": [3.5, 270]}");

        assertThat(get(made.path("@iot.selfLink").stringValue()).path("result").toString())
                .isEqualTo("[3.5,270]");
        assertThat(get(link + "/ObservedProperties")
                        .path("value")
                        .valueStream()
                        .map(one -> one.path("name").stringValue()))
                .containsExactly("gust", "bearing");
        assertThat(get(made.path("@iot.selfLink").stringValue() + "/MultiDatastream")
                        .path("name")
                        .stringValue())
                .isEqualTo("wind");
        assertThat(post(link + "/Observations", "{\"result\": [1]}").body()).contains("array of 2");
        assertThat(post(link + "/Observations", "{\"result\": 1}").statusCode()).isEqualTo(400);
        assertThat(status("/v1.1/Datastreams(" + stream.path("@iot.id") + ")")).isEqualTo(404);
        assertThat(post("/v1.1/Things(" + thing + ")/MultiDatastreams", "{\"name\": \"x\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatCameAlongWithARefusedObservationIsTakenBack() throws IOException, InterruptedException {
        var body = thing("torn-" + CODES.incrementAndGet(), "mm")
                .replace(
                        "\"properties\": {\"interval\"",
                        "\"Observations\": [{\"result\": 999}], \"properties\": {\"interval\"");

        var answer = post("/v1.1/Things", body);

        assertThat(code(answer)).isEqualTo("sensing:out-of-range");
        assertThat(jdbc.sql("select count(*) from sensing.thing where code like 'torn-%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void replacingTakesAwayWhatIsNotSent() throws IOException, InterruptedException {
        long thing = thingOf(newStream());

        var answer = send("PUT", "/v1.1/Things(" + thing + ")", "{\"name\": \"other\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var shown = get("/v1.1/Things(" + thing + ")");
        assertThat(shown.path("name").stringValue()).isEqualTo("other");
        assertThat(shown.path("description").stringValue()).isEmpty();
        assertThat(shown.has("properties")).isFalse();
        assertThat(get("/v1.1/Things(" + thing + ")/Datastreams").path("value").size())
                .isEqualTo(1);
    }

    @Test
    void aChangeBringsNoOtherEntityAlong() throws IOException, InterruptedException {
        long stream = newStream();
        var thing = "/v1.1/Things(" + thingOf(stream) + ")";
        var place = get(thing + "/Locations").at("/value/0/@iot.id");

        assertThat(send("PATCH", thing, "{\"Locations\": [{\"@iot.id\": " + place + ", \"name\": \"x\"}]}")
                        .body())
                .contains("\"field\":\"Locations\"");
        assertThat(send("PATCH", thing, "{\"Datastreams\": [{\"@iot.id\": " + stream + "}]}")
                        .body())
                .contains("\"field\":\"Datastreams\"");
        assertThat(send("PATCH", "/v1.1/Datastreams(" + stream + ")", "{\"Sensor\": {\"name\": \"x\"}}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("PATCH", "/v1.1/Datastreams(" + stream + ")", "{\"Sensor\": {\"@iot.id\": 987654}}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theUnitOfARegisteredStreamCannotBeChanged() throws IOException, InterruptedException {
        long stream = newStream();

        assertThat(code(send(
                        "PATCH", "/v1.1/Datastreams(" + stream + ")", "{\"unitOfMeasurement\": {\"symbol\": \"in\"}}")))
                .isEqualTo("sensing:wrong-unit");
        patch("/v1.1/Datastreams(" + stream + ")", "{\"name\": \"renamed\"}");
        assertThat(sensing.findStream(stream).orElseThrow().name()).isEqualTo("renamed");
    }

    private Instant second(int number) {
        return begin.plusSeconds(number);
    }

    @Test
    void arraysOfCellsMaySayMoreThanANumberToo() throws IOException, InterruptedException {
        long stream = freeStream("");
        var feature = get("/v1.1/Datastreams(" + stream + ")/Thing/Locations")
                .at("/value/0/name")
                .stringValue();
        var answer = post("/v1.1/CreateObservations", """
                [{"Datastream": {"@iot.id": %d},
                  "components": ["phenomenonTime", "result", "resultTime", "validTime", "FeatureOfInterest/id",
                        "parameters"],
                  "dataArray": [["%s", "on", "%s", null, null, {"unit": "fur", "by": "hand"}],
                    ["%s/%s", 3, null, "%s/%s", null, {"unit": "fur"}],
                    ["%s", 1, "noon", null, null, null], ["%s", 1, null, null, 987654, null]]}]
                """.formatted(
                        stream, begin, begin, second(1), second(2), begin, second(2), second(3), second(4)));

        assertThat(JSON.readTree(answer.body())
                        .valueStream()
                        .map(one -> one.stringValue().startsWith("error")))
                .containsExactly(false, false, true, true);
        var shown = get("/v1.1/Datastreams(" + stream
                        + ")/Observations?$orderby=phenomenonTime&$expand=FeatureOfInterest")
                .path("value");
        assertThat(shown.at("/0/result").stringValue()).isEqualTo("on");
        assertThat(shown.at("/0/resultTime").stringValue()).isEqualTo(begin.toString());
        assertThat(shown.at("/0/FeatureOfInterest/name").stringValue()).isEqualTo(feature);
        assertThat(shown.at("/1/phenomenonTime").stringValue()).isEqualTo(second(1) + "/" + second(2));
        assertThat(shown.at("/0/parameters/by").stringValue()).isEqualTo("hand");
        assertThat(shown.at("/1").has("parameters")).isFalse();
        assertThat(shown.at("/1/result").intValue()).isEqualTo(3);
        assertThat(shown.at("/1/validTime").stringValue()).isEqualTo(begin + "/" + second(2));
    }
}
