package io.chengyun.platform.sensing.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Several requests in one. */
class BatchTest extends DeviceCalls {

    private JsonNode batch(String requests) throws IOException, InterruptedException {
        var answer = post("/v1.1/$batch", "{\"requests\": [" + requests + "]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).path("responses");
    }

    @Test
    void laterRequestsNameWhatEarlierOnesMade() throws IOException, InterruptedException {
        long stream = newStream();
        var replies = batch(
                """
                {"id": "s", "method": "post", "url": "Sensors", "body": {"name": "batch sensor"}},
                {"id": "d", "method": "post", "url": "Things(%s)/Datastreams", "body": {"name": "b",
                    "Sensor": {"@iot.id": "$s"}, "ObservedProperty": {"name": "rainfall"}}},
                {"id": "o", "method": "post", "url": "$d/Observations", "body": {"result": 4}},
                {"id": "g", "method": "get", "url": "$d/Observations?$select=result&$filter=result%%20gt%%203"},
                {"id": "x", "method": "get", "url": "$nothing/Observations"},
                {"id": "n", "method": "delete", "url": "Things"}
                """.formatted(get("/v1.1/Datastreams(" + stream + ")/Thing").path("@iot.id")));

        assertThat(replies.valueStream().map(one -> one.path("status").intValue()))
                .containsExactly(201, 201, 201, 200, 400, 405);
        assertThat(replies.at("/1/location").stringValue()).contains("/v1.1/Datastreams(");
        assertThat(replies.at("/3/body/value/0/result").intValue()).isEqualTo(4);
    }

    @Test
    void aGroupIsDoneTogetherOrNotAtAll() throws IOException, InterruptedException {
        var replies = batch("""
                {"id": "1", "atomicityGroup": "g", "method": "post", "url": "Sensors", "body": {"name": "grouped"}},
                {"id": "2", "atomicityGroup": "g", "method": "post", "url": "Sensors", "body": {}},
                {"id": "3", "method": "post", "url": "Sensors", "body": {"name": "alone"}},
                {"id": "4", "method": "get", "url": "$1"},
                {"id": "5", "atomicityGroup": "h", "method": "post", "url": "$3/Datastreams(1)/Observations", "body": {}}
                """);

        assertThat(replies.valueStream().map(one -> one.path("status").intValue()))
                .containsExactly(424, 400, 201, 400, 422);
        assertThat(found("/v1.1/Sensors", "name eq 'grouped'")).isEmpty();
        assertThat(found("/v1.1/Sensors", "name eq 'alone'")).isNotEmpty();
    }

    @Test
    void aBatchThatIsNoneIsRefused() throws IOException, InterruptedException {
        assertThat(post("/v1.1/$batch", "{}").body()).contains("requests");
        assertThat(post("/v1.1/$batch", "{\"requests\": [{\"id\": 1}]}").statusCode())
                .isEqualTo(400);
    }
}
