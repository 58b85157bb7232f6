package io.chengyun.platform.sensing.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is shown of entities: expansions, selections, pages that lead on, bare values, references, arrays. */
class ExpandTest extends DeviceCalls {

    private long streamWith(int observations) throws IOException, InterruptedException {
        long stream = newStream();
        var rows = IntStream.range(0, observations).mapToObj(i -> row(i, i)).collect(Collectors.joining(","));
        post("/v1.1/CreateObservations", dataArray(stream, rows));
        return stream;
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void expansionsHaveTheirOwnOptionsAndLeadOn() throws IOException, InterruptedException {
        long stream = streamWith(5);
        var expand = "Thing($select=name;$expand=Locations($select=name)),"
                + "Observations($filter=result gt 0;$orderby=result;$top=2;$count=true;$select=result)";

        var shown = get("/v1.1/Datastreams(" + stream + ")?$select=id&$expand=" + escaped(expand));

        assertThat(shown.path("@iot.id").longValue()).isEqualTo(stream);
        assertThat(shown.has("name")).isFalse();
        assertThat(shown.at("/Thing/name").stringValue()).isEqualTo("雨量计");
        assertThat(shown.at("/Thing/Locations/0/name").stringValue()).isEqualTo("roof");
        assertThat(shown.at("/Thing/Locations/0").has("location")).isFalse();
        assertThat(results(shown.path("Observations"))).containsExactly(1, 2);
        assertThat(shown.path("Observations@iot.count").intValue()).isEqualTo(4);
        var next = get(shown.path("Observations@iot.nextLink").stringValue());
        assertThat(results(next.path("value"))).containsExactly(3, 4);
        assertThat(next.has("@iot.nextLink")).isFalse();
        assertThat(next.path("@iot.count").intValue()).isEqualTo(4);
    }

    private static List<Integer> results(JsonNode observations) {
        return observations
                .valueStream()
                .map(one -> one.path("result").intValue())
                .toList();
    }

    @Test
    void theNextLinkKeepsEveryOption() throws IOException, InterruptedException {
        long stream = streamWith(7);
        var path = "/v1.1/Datastreams(" + stream + ")/Observations?$top=2&$orderby=" + escaped("result desc")
                + "&$filter=" + escaped("result lt 6 and result ne 3") + "&$select=result&$count=true"
                + "&$expand=" + escaped("Datastream($select=name)");
        var seen = new ArrayList<Integer>();
        for (var page = get(path); ; page = get(page.path("@iot.nextLink").stringValue())) {
            seen.addAll(results(page.path("value")));
            assertThat(page.path("@iot.count").intValue()).isEqualTo(5);
            assertThat(page.at("/value/0/Datastream/name").stringValue()).isEqualTo("rain");
            if (!page.has("@iot.nextLink")) {
                break;
            }
        }

        assertThat(seen).containsExactly(5, 4, 2, 1, 0);
    }

    @Test
    void orderGoesAlongRelations() throws IOException, InterruptedException {
        long stream = streamWith(1);

        assertThat(get("/v1.1/Datastreams?$filter=" + escaped("id eq " + stream) + "&$orderby="
                                + escaped("Thing/name desc,ObservedProperty/properties/code"))
                        .path("value")
                        .size())
                .isEqualTo(1);
        assertThat(ask("/v1.1/Things", "$orderby", "Datastreams/name").body()).contains("several");
    }

    @Test
    void anAnswerOfTooManyEntitiesIsRefusedOrCut() throws IOException, InterruptedException {
        for (int i = 0; i < 3; i++) {
            streamWith(30);
        }
        var shown = get("/v1.1/Datastreams?$top=3&$orderby=id%20desc&$expand=Observations($top=1000)");

        // The test's house allows 60 entities in an answer: 3 streams leave 19 observations for each.
        assertThat(shown.path("value")
                        .valueStream()
                        .map(one -> one.path("Observations").size()))
                .containsExactly(19, 19, 19);
        assertThat(shown.at("/value/0").has("Observations@iot.nextLink")).isTrue();
        assertThat(code(ask(
                        "/v1.1/Datastreams", "$expand", "Observations($expand=Datastream/Thing,FeatureOfInterest)")))
                .isEqualTo("sensing:too-large-an-answer");
    }

    @Test
    void aPropertyStandsAloneOrBareAndReferencesAreLinks() throws IOException, InterruptedException {
        long stream = streamWith(1);
        var path = "/v1.1/Datastreams(" + stream + ")";

        assertThat(get(path + "/name").toString()).isEqualTo("{\"name\":\"rain\"}");
        assertThat(send("GET", path + "/name/$value", "").body()).isEqualTo("rain");
        assertThat(send("GET", path + "/unitOfMeasurement/symbol/$value", "").body())
                .isEqualTo("mm");
        assertThat(get(path + "/Thing/$ref").propertyStream()).hasSize(1);
        assertThat(get(path + "/Observations/$ref").at("/value/0/@iot.selfLink").stringValue())
                .contains("/Observations(");
        assertThat(status(path + "/properties/nothing")).isEqualTo(404);
        assertThat(status(path + "/$value")).isEqualTo(400);
    }

    @Test
    void observationsComeAsArraysStreamByStream() throws IOException, InterruptedException {
        long stream = streamWith(3);

        var groups = get("/v1.1/Datastreams(" + stream + ")/Observations?$resultFormat=dataArray&$select=id,result"
                        + "&$orderby=result&$count=true")
                .path("value");

        assertThat(groups.size()).isEqualTo(1);
        assertThat(groups.at("/0/Datastream@iot.navigationLink").stringValue())
                .endsWith("/Datastreams(" + stream + ")");
        assertThat(groups.at("/0/components").toString()).isEqualTo("[\"id\",\"result\"]");
        assertThat(groups.at("/0/dataArray@iot.count").intValue()).isEqualTo(3);
        assertThat(groups.at("/0/dataArray/2/1").intValue()).isEqualTo(2);
        assertThat(status("/v1.1/Things?$resultFormat=dataArray")).isEqualTo(400);
    }

    @Test
    void anEntityBelongsToTheOneThatThePathNames() throws IOException, InterruptedException {
        long stream = streamWith(1);
        long other = streamWith(1);
        var thing = get("/v1.1/Datastreams(" + stream + ")/Thing").path("@iot.id");

        assertThat(status("/v1.1/Things(" + thing + ")/Datastreams(" + stream + ")"))
                .isEqualTo(200);
        assertThat(status("/v1.1/Things(" + thing + ")/Datastreams(" + other + ")"))
                .isEqualTo(404);
        var observation = get("/v1.1/Datastreams(" + stream + ")/Observations").at("/value/0");
        var id = "/Observations(" + observation.path("@iot.id") + ")";
        var feature = get("/v1.1" + id + "/FeatureOfInterest").path("@iot.id");
        var another = get("/v1.1/Datastreams(" + other + ")/Observations?$expand=FeatureOfInterest")
                .at("/value/0/FeatureOfInterest/@iot.id");
        assertThat(status("/v1.1/Datastreams(" + stream + ")" + id)).isEqualTo(200);
        assertThat(status("/v1.1/Datastreams(" + other + ")" + id)).isEqualTo(404);
        assertThat(status("/v1.1/FeaturesOfInterest(" + feature + ")" + id)).isEqualTo(200);
        assertThat(status("/v1.1/FeaturesOfInterest(" + another + ")" + id)).isEqualTo(404);
    }
}
