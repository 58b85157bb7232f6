package io.chengyun.platform.sensing.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every operator and function of the standard, over real HTTP and a real database. */
class FilterTest extends DeviceCalls {

    private String things = "";
    private long one;
    private long two;

    @BeforeEach
    void twoThingsAtOneLocation() throws IOException, InterruptedException {
        var place = make("/v1.1/Locations", """
                        {"name": "yard", "encodingType": "application/geo+json",
                         "location": {"type": "Point", "coordinates": [121.45, 31.02]}}
                        """).path("@iot.id").longValue();
        one = thing("Pump O'Neill", "{\"floor\": 3, \"tags\": {\"owner\": \"水务\"}, \"on\": true}", place);
        two = thing("gate 二", "{\"floor\": \"3\"}", place);
        things = "/v1.1/Locations(" + place + ")/Things";
    }

    private long thing(String name, String properties, long place) throws IOException, InterruptedException {
        return make("/v1.1/Things", """
                        {"name": "%s", "description": "d", "properties": %s, "Locations": [{"@iot.id": %d}]}
                        """.formatted(name, properties, place))
                .path("@iot.id")
                .longValue();
    }

    @Test
    void textIsComparedAndTakenApart() throws IOException, InterruptedException {
        for (var holds : List.of(
                "name eq 'Pump O''Neill'",
                "startswith(name,'Pump') and not endswith(name,'二')",
                "substringof('O''N',name)",
                "contains(name,'O''N')",
                "length(name) eq 12",
                "indexof(name,'O') eq 5",
                "substring(name,5) eq 'O''Neill'",
                "substring(name,0,4) eq 'Pump'",
                "tolower(name) eq 'pump o''neill'",
                "toupper(name) gt 'PUMP' and toupper(name) lt 'PUMQ'",
                "concat(trim(concat(' ',name)),'!') eq 'Pump O''Neill!'",
                "name ge 'Pump' and name le 'Pump Z' and name ne 'gate 二'")) {
            assertThat(found(things, holds)).as(holds).containsExactly(one);
        }
    }

    @Test
    void numbersAreReckonedWith() throws IOException, InterruptedException {
        for (var holds : List.of(
                "properties/floor eq 3",
                "properties/floor add 2 mul 2 eq 7",
                "(properties/floor add 2) mul 2 eq 10",
                "properties/floor sub 1 lt 3 and properties/floor div 2 eq 1.5",
                "properties/floor mod 2 eq 1",
                "round(properties/floor div 2) eq 2",
                "floor(properties/floor div 2) eq 1 and ceiling(properties/floor div 2) eq 2",
                "properties/on eq true",
                "properties/on and properties/tags/owner eq '水务'",
                "id eq " + one)) {
            assertThat(found(things, holds)).as(holds).containsExactly(one);
        }
        assertThat(found(things, "properties/floor eq '3'")).containsExactly(one, two);
        assertThat(found(things, "properties/nothing eq null")).containsExactly(one, two);
        assertThat(found(things, "properties/tags ne null")).containsExactly(one);
    }

    @Test
    void logicBindsAsTheStandardSays() throws IOException, InterruptedException {
        assertThat(found(things, "name eq 'x' and name eq 'y' or id eq " + two)).containsExactly(two);
        assertThat(found(things, "name eq 'x' and (name eq 'y' or id eq " + two + ")"))
                .isEmpty();
        assertThat(found(things, "id eq " + two + " or name eq 'x' and name eq 'y'"))
                .containsExactly(two);
        assertThat(found(things, "not (id eq " + one + ")")).containsExactly(two);
        assertThat(found(things, "not (id eq " + one + ") and true")).containsExactly(two);
        assertThat(found(things, "false or id eq " + one)).containsExactly(one);
    }

    @Test
    void timesAreTakenApartAndMoved() throws IOException, InterruptedException {
        var where = "/v1.1/Things(" + one + ")/HistoricalLocations";
        make(where, "{\"time\": \"2020-02-29T23:04:05.25+08:00\"}");
        for (var holds : List.of(
                "year(time) eq 2020 and month(time) eq 2 and day(time) eq 29",
                "hour(time) eq 15 and minute(time) eq 4 and second(time) eq 5 and year(time) eq 2020",
                "fractionalseconds(time) eq 0.25",
                "date(time) eq 2020-02-29",
                "time(time) eq 15:04:05.25",
                "totaloffsetminutes(time) eq 0 and time lt 2021-01-01T00:00:00Z",
                "time eq 2020-02-29T15:04:05.25Z",
                "time add duration'PT1H' gt 2020-02-29T16:00:00Z and time lt 2021-01-01T00:00:00+08:00",
                "now() sub time gt duration'P100D' and time lt 2020-03-01T00:00:00Z",
                "time gt mindatetime() and time lt maxdatetime() and year(time) lt 2021")) {
            assertThat(found(where, holds)).as(holds).hasSize(1);
        }
    }

    @Test
    void placesAreHeldAgainstOneAnother() throws IOException, InterruptedException {
        var where = "/v1.1/Things(" + one + ")/Locations";
        var around = "geography'POLYGON ((121 31, 122 31, 122 32, 121 32, 121 31))'";
        for (var holds : List.of(
                "st_within(location," + around + ")",
                "st_contains(" + around + ",location)",
                "geo.intersects(location," + around + ")",
                "st_intersects(location," + around + ")",
                "not st_disjoint(location," + around + ")",
                "st_disjoint(location,geography'POINT (10 10)')",
                "st_equals(location,geography'POINT (121.45 31.02)')",
                "st_touches(location,geography'LINESTRING (121.45 31.02, 130 40)')",
                "not st_crosses(location," + around + ") and not st_overlaps(location," + around + ")",
                "st_relate(location," + around + ",'T*F**F***')",
                "geo.distance(location,geography'POINT (121.45 32.02)') lt 1.01",
                "geo.distance(location,geography'SRID=4326;POINT (121.45 32.02)') gt 0.99",
                "geo.length(location) eq 0")) {
            assertThat(found(where, holds)).as(holds).hasSize(1);
        }
        assertThat(found(where, "geo.distance(location,geography'POINT (121.45 32.02)') lt 0.9"))
                .isEmpty();
        assertThat(found(where, "st_within(location,geography'POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))')"))
                .isEmpty();
    }

    @Test
    void pathsLeadAlongRelationsAndOneOfSeveralIsEnough() throws IOException, InterruptedException {
        long stream = newStream();
        post("/v1.1/CreateObservations", dataArray(stream, row(0, 7) + "," + row(1, 8)));
        var observations = "/v1.1/Datastreams(" + stream + ")/Observations";

        assertThat(found(observations, "Datastream/Thing/name eq '雨量计' and result gt 7"))
                .hasSize(1);
        assertThat(found(observations, "Datastream/unitOfMeasurement/symbol eq 'mm'"))
                .hasSize(2);
        assertThat(found("/v1.1/Datastreams", "id eq " + stream + " and Observations/result eq 8"))
                .containsExactly(stream);
        assertThat(found("/v1.1/Datastreams", "id eq " + stream + " and Observations/result ge 7"))
                .containsExactly(stream);
        assertThat(found("/v1.1/Datastreams", "id eq " + stream + " and Observations/result eq 9"))
                .isEmpty();
        assertThat(found(
                        "/v1.1/Things",
                        "geo.distance(Locations/location,geography'POINT (121.4 31.1)') lt 0.001 and Datastreams/id eq "
                                + stream))
                .hasSize(1);
        assertThat(found(observations, "FeatureOfInterest/name eq 'roof'")).hasSize(2);
    }

    @Test
    void aResultIsANumberOrATextAsItIsAsked() throws IOException, InterruptedException {
        long stream = newStream();
        post("/v1.1/CreateObservations", dataArray(stream, row(0, 2) + "," + row(1, 10)));
        var observations = "/v1.1/Datastreams(" + stream + ")/Observations";

        assertThat(found(observations, "result gt 2")).hasSize(1);
        assertThat(found(observations, "result ge '2'")).hasSize(1);
        assertThat(found(observations, "result eq 'x'")).isEmpty();
        assertThat(found(observations, "phenomenonTime gt " + begin)).hasSize(1);
        assertThat(found(observations, "phenomenonTime lt " + begin + "/" + begin.plusSeconds(9)))
                .isEmpty();
    }
}
