package io.chengyun.platform.sensing.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Entities over real HTTP, as devices and map tools meet them. */
class SensorThingsTest extends DeviceCalls {

    @Test
    void theRootNamesTheCollections() throws IOException, InterruptedException {
        for (var version : new String[] {"/v1.1", "/v1.0"}) {
            var names = get(version)
                    .path("value")
                    .valueStream()
                    .map(one -> one.path("name").stringValue());

            assertThat(names)
                    .containsExactly(
                            "Things",
                            "Locations",
                            "HistoricalLocations",
                            "Datastreams",
                            "MultiDatastreams",
                            "Sensors",
                            "ObservedProperties",
                            "Observations",
                            "FeaturesOfInterest");
        }
    }

    @Test
    void aThingComesWithItsLocationStreamSensorAndRegisteredProperty() throws IOException, InterruptedException {
        long id = newStream();

        var stream = get("/v1.1/Datastreams(" + id + ")");
        assertThat(stream.path("unitOfMeasurement").path("symbol").stringValue())
                .isEqualTo("mm");
        assertThat(get(stream.path("ObservedProperty@iot.navigationLink").stringValue())
                        .path("name")
                        .stringValue())
                .isEqualTo("雨量");
        assertThat(get(stream.path("Sensor@iot.navigationLink").stringValue())
                        .path("metadata")
                        .stringValue())
                .isEqualTo("http://example.org/bucket.pdf");
        var thing = get(stream.path("Thing@iot.navigationLink").stringValue());
        assertThat(thing.path("name").stringValue()).isEqualTo("雨量计");
        var location = get(thing.path("Locations@iot.navigationLink").stringValue())
                .path("value")
                .path(0);
        assertThat(location.path("location").path("coordinates").path(0).doubleValue())
                .isEqualTo(121.4);
        assertThat(get(location.path("Things@iot.navigationLink").stringValue())
                        .path("value")
                        .path(0))
                .isEqualTo(thing);
        assertThat(sensing.findStream(id)).hasValueSatisfying(known -> {
            assertThat(known.interval()).isEqualTo(Duration.ofMinutes(10));
            assertThat(known.thingId()).startsWith("g-");
        });
    }

    @Test
    void aStreamIsAddedToAThingThatIsThere() throws IOException, InterruptedException {
        var thing = get("/v1.1/Datastreams(" + newStream() + ")/Thing")
                .path("@iot.id")
                .longValue();
        var sensor = post("/v1.1/Sensors", "{\"name\": \"pt100\"}");
        var body = """
                {"name": "air", "ObservedProperty": {"name": "temperature"}, "Sensor": {"@iot.id": %d}}
                """.formatted(JSON.readTree(sensor.body()).path("@iot.id").longValue());

        var answer = post("/v1.1/Things(" + thing + ")/Datastreams", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(JSON.readTree(answer.body())
                        .path("unitOfMeasurement")
                        .path("symbol")
                        .stringValue())
                .isEqualTo("°C");
        assertThat(get("/v1.1/Things(" + thing + ")/Datastreams?$count=true")
                        .path("@iot.count")
                        .intValue())
                .isEqualTo(2);
    }

    @Test
    void aStreamInTheWrongUnitIsRefusedWithTheRightOneAndNothingStays() throws IOException, InterruptedException {
        var answer = post("/v1.1/Things", thing("inches", "in"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(code(answer)).isEqualTo("sensing:wrong-unit");
        assertThat(JSON.readTree(answer.body()).path("allowed").path(0).stringValue())
                .isEqualTo("mm");
        assertThat(jdbc.sql("select count(*) from sensing.thing where code = 'inches'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatCannotBeCreatedIsRefusedWithItsReason() throws IOException, InterruptedException {
        var code = "twice-" + CODES.incrementAndGet();
        post("/v1.1/Things", thing(code, "mm"));

        assertThat(code(post("/v1.1/Things", thing(code, "mm")))).isEqualTo("sensing:thing-known");
        assertThat(code(post("/v1.1/Things", "{\"name\": "))).isEqualTo("kernel:malformed");
        assertThat(post("/v1.1/Things", "{}").body()).contains("\"field\":\"name\"");
        assertThat(post("/v1.1/ObservedProperties", "{\"name\": \"joy\"}").body())
                .contains("\"field\":\"definition\"");
        assertThat(code(post("/v1.1/Datastreams(987654)/Observations", "{\"result\": 1}")))
                .isEqualTo("sensing:no-such-entity");
        assertThat(code(post("/v1.1/Observations", "{\"result\": 1, \"Datastream\": {\"@iot.id\": 987654}}")))
                .isEqualTo("sensing:unknown-datastream");
        assertThat(code(post("/v1.1/Nothings", "{}"))).isEqualTo("sensing:no-such-entity");
    }

    @Test
    void absentEntitiesAndUnservedOptionsAreToldApart() throws IOException, InterruptedException {
        assertThat(status("/v1.1/Things(987654)")).isEqualTo(404);
        assertThat(status("/v1.1/Things(987654)/Datastreams")).isEqualTo(404);
        assertThat(status("/v1.1/Things(x)")).isEqualTo(400);
        assertThat(status("/v1.1/Things?$filter=name")).isEqualTo(400);
        assertThat(status("/v1.1/Things?$top=-1")).isEqualTo(400);
        assertThat(status("/v1.1/Things/Datastreams")).isEqualTo(400);
    }

    @Test
    void observationsComeNewestFirstInPagesThatLeadOn() throws IOException, InterruptedException {
        long stream = newStream();
        post("/v1.1/CreateObservations", dataArray(stream, row(0, 0) + "," + row(1, 1) + "," + row(2, 2)));

        var first = get("/v1.1/Datastreams(" + stream + ")/Observations?$top=2&$count=true");
        var second = get(first.path("@iot.nextLink").stringValue());

        assertThat(first.path("@iot.count").intValue()).isEqualTo(3);
        assertThat(first.path("value")
                        .valueStream()
                        .map(one -> one.path("result").doubleValue()))
                .containsExactly(2.0, 1.0);
        assertThat(second.path("value")
                        .valueStream()
                        .map(one -> one.path("result").doubleValue()))
                .containsExactly(0.0);
        assertThat(second.has("@iot.nextLink")).isFalse();
        var oldestFirst = get("/v1.1/Datastreams(" + stream + ")/Observations?$orderby=phenomenonTime%20asc");
        assertThat(oldestFirst.path("value").path(0).path("phenomenonTime").stringValue())
                .isEqualTo(begin.toString());
    }

    @Test
    void oneObservationIsCreatedWithItsAddress() throws IOException, InterruptedException {
        long stream = newStream();
        var body = "{\"phenomenonTime\": \"%s\", \"result\": 1.5, \"Datastream\": {\"x\": [1], \"@iot.id\": %d}}"
                .formatted(begin, stream);

        var answer = post("/v1.1/Observations", body);
        var again = post("/v1.1/Observations", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var seen = get(answer.headers().firstValue("Location").orElseThrow());
        assertThat(seen.path("result").doubleValue()).isEqualTo(1.5);
        assertThat(get(seen.path("Datastream@iot.navigationLink").stringValue())
                        .path("@iot.id")
                        .longValue())
                .isEqualTo(stream);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(code(again)).isEqualTo("sensing:duplicate");
    }

    @Test
    void anObservationWithoutTimeIsOfNowAndOneInTheWrongUnitIsRefused() throws IOException, InterruptedException {
        long stream = newStream();
        var path = "/v1.1/Datastreams(" + stream + ")/Observations";

        assertThat(post(path, "{\"result\": 1, \"parameters\": {\"unit\": \"mm\"}}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(code(post(path, "{\"result\": 1, \"parameters\": {\"unit\": \"in\"}}")))
                .isEqualTo("sensing:wrong-unit");
        assertThat(code(post(path, "{}"))).isEqualTo("sensing:missing");
    }
}
