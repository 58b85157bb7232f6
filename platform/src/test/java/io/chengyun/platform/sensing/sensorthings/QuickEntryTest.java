package io.chengyun.platform.sensing.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way for plain observations says and does what the long way would. */
class QuickEntryTest extends DeviceCalls {

    private String plain(Object result) {
        return "{\"phenomenonTime\": \"" + begin + "\", \"result\": " + result + "}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.25", "3", "3.0", "0", "-0.0", "1e2", "0.1"})
    void theAnswerIsWhatIsReadAfterwards(String result) throws IOException, InterruptedException {
        long stream = newStream();
        var path = "/v1.1/Datastreams(" + stream + ")/Observations";

        var answer = post(path, plain(result));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var said = JSON.readTree(answer.body());
        var link = said.path("@iot.selfLink").stringValue();
        assertThat(answer.headers().firstValue("Location")).contains(link);
        assertThat(get(link)).isEqualTo(said);
        assertThat(get(path).path("value").path(0)).isEqualTo(said);
    }

    @Test
    void theLongWayGivesTheSameAnswer() throws IOException, InterruptedException {
        var quick = make("/v1.1/Datastreams(" + newStream() + ")/Observations", plain(7.5));
        long stream = newStream();
        var slow =
                make("/v1.1/Observations", plain(7.5).replace("{", "{\"Datastream\": {\"@iot.id\": " + stream + "}, "));

        assertThat(quick.propertyNames()).containsExactlyElementsOf(slow.propertyNames());
        assertThat(quick.path("phenomenonTime")).isEqualTo(slow.path("phenomenonTime"));
        assertThat(quick.path("result")).isEqualTo(slow.path("result"));
    }

    @Test
    void anObservationWithoutATimeIsOfNow() throws IOException, InterruptedException {
        long stream = newStream();
        var before = clock.instant().minusSeconds(1);

        var said = make("/v1.1/Datastreams(" + stream + ")/Observations", "{\"result\": 1.5}");

        assertThat(Instant.parse(said.path("phenomenonTime").stringValue())).isBetween(before, clock.instant());
        assertThat(stored(stream)).isEqualTo(1);
    }

    @Test
    void aPlainOneThatIsBadIsRefusedByItsCode() throws IOException, InterruptedException {
        var path = "/v1.1/Datastreams(" + newStream() + ")/Observations";
        assertThat(post(path, plain(1)).statusCode()).isEqualTo(201);

        assertThat(code(post(path, plain(2)))).isEqualTo("sensing:duplicate");
        assertThat(code(post(path, plain(99_999)))).isEqualTo("sensing:out-of-range");
        assertThat(code(post("/v1.1/Datastreams(987654321)/Observations", plain(2))))
                .isEqualTo("sensing:no-such-entity");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"result\": 1",
                "{\"result\": 1} {\"result\": 2}",
                "{\"result\": \"1\"}",
                "{\"result\": null}",
                "{\"result\": NaN}",
                "{\"result\": 1e999}",
                "{\"phenomenonTime\": \"yesterday\", \"result\": 1}"
            })
    void whatIsNotPlainIsRefusedByTheLongWay(String body) throws IOException, InterruptedException {
        long stream = newStream();

        var answer = post("/v1.1/Datastreams(" + stream + ")/Observations", body);

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(stored(stream)).isZero();
    }

    @Test
    void anotherSitesPageIsTurnedAwayBeforeTheQuickDoor() throws IOException, InterruptedException {
        long stream = newStream();
        var request = HttpRequest.newBuilder(URI.create(url("/v1.1/Datastreams(" + stream + ")/Observations")))
                .header("Content-Type", "application/json")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(BodyPublishers.ofString(plain(1)))
                .build();

        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(stored(stream)).isZero();
    }

    @Test
    void whatSaysMoreTakesTheLongWay() throws IOException, InterruptedException {
        var said = make(
                "/v1.1/Datastreams(" + newStream() + ")/Observations",
                "{\"phenomenonTime\": \"" + begin + "\", \"result\": 2, \"parameters\": {\"battery\": 3.6}}");

        assertThat(get(said.path("@iot.selfLink").stringValue())
                        .path("parameters")
                        .path("battery")
                        .doubleValue())
                .isEqualTo(3.6);
    }
}
