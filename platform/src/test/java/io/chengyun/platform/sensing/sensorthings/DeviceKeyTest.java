package io.chengyun.platform.sensing.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.place.Position;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.NewThing;
import io.chengyun.platform.sensing.device.DeviceKeys;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A house with a key: whoever knows it may all, a device with a token of its own sends what is its own. */
@TestPropertySource(properties = "chengyun.sensing.device-key=house-key")
class DeviceKeyTest extends DeviceCalls {

    @Autowired
    DeviceKeys keys;

    private final HttpClient http = HttpClient.newHttpClient();

    record Gauge(String code, Datastream rain) {}

    private Gauge gauge() {
        var code = "token-" + CODES.incrementAndGet();
        var streams = sensing.register(
                new NewThing(code, code, new Position(121.4, 31.1), List.of(NewThing.NewStream.of("rainfall"))));
        return new Gauge(code, streams.get(0));
    }

    private String token(Gauge gauge) {
        return "Bearer " + keys.issue(gauge.code(), "admin").token();
    }

    private HttpResponse<String> call(@Nullable String authorization, String method, String path, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url(path)))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String observations(Gauge gauge) {
        return "/v1.1/Datastreams(" + gauge.rain().id() + ")/Observations";
    }

    private String observation(int second, String more) {
        return "{\"phenomenonTime\": \"" + begin.plusSeconds(second) + "\", \"result\": 1" + more + "}";
    }

    @Test
    void onlyWhoKnowsTheHousesKeyOrHasATokenComesIn() throws IOException, InterruptedException {
        assertThat(call("Bearer house-key", "GET", "/v1.1/Things", "").statusCode())
                .isEqualTo(200);
        for (var wrong : new String[] {"Bearer house-ke", "Bearer house-keys", "house-key", "Bearer ", "", null}) {
            var answer = call(wrong, "GET", "/v1.1/Things", "");
            assertThat(answer.statusCode()).as(wrong).isEqualTo(401);
            assertThat(code(answer)).isEqualTo("sensing:device-unknown");
        }
    }

    @Test
    void aDevicePostsObservationsOfItsOwnStreamsInEveryForm() throws IOException, InterruptedException {
        var gauge = gauge();
        var token = token(gauge);
        var named = ", \"Datastream\": {\"@iot.id\": " + gauge.rain().id() + "}";

        assertThat(call(token, "POST", observations(gauge), observation(1, "")).statusCode())
                .isEqualTo(201);
        assertThat(call(token, "POST", "/v1.0/Observations", observation(2, named))
                        .statusCode())
                .isEqualTo(201);
        assertThat(call(token, "POST", observations(gauge), observation(3, ", \"parameters\": {\"battery\": 80}"))
                        .statusCode())
                .isEqualTo(201);
        var many = dataArray(gauge.rain().id(), row(4, 1) + ", " + row(5, 1));
        assertThat(call(token, "POST", "/v1.1/CreateObservations", many).statusCode())
                .isEqualTo(201);

        assertThat(stored(gauge.rain().id())).isEqualTo(5);
        assertThat(jdbc.sql("select rows from sensing.tally where source = ? and code = 'received'")
                        .param("http:device:" + gauge.code())
                        .query(Long.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void whatIsAnothersIsNotTakenWhicheverWayItIsNamed() throws IOException, InterruptedException {
        var gauge = gauge();
        var other = gauge();
        var token = token(gauge);
        var named = ", \"Datastream\": {\"@iot.id\": " + other.rain().id() + "}";

        for (var answer : List.of(
                call(token, "POST", observations(other), observation(1, "")),
                call(token, "POST", observations(gauge), observation(2, named)),
                call(token, "POST", "/v1.1/Observations", observation(3, named)),
                call(token, "POST", observations(other), observation(4, ", \"parameters\": {\"battery\": 80}")))) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
            assertThat(code(answer)).isEqualTo("sensing:not-yours");
        }
        var mixed = "[" + dataArray(other.rain().id(), row(5, 1)).strip().replaceAll("^\\[|]$", "") + ", "
                + dataArray(gauge.rain().id(), row(6, 1)).strip().replaceAll("^\\[|]$", "") + "]";
        var answer = call(token, "POST", "/v1.1/CreateObservations", mixed);
        assertThat(answer.headers().firstValue("Chengyun-Rejected-Rows")).contains("1=not-yours");

        assertThat(stored(other.rain().id())).isZero();
        assertThat(stored(gauge.rain().id())).isEqualTo(1);
    }

    @Test
    void withATokenNothingElseIsDone() throws IOException, InterruptedException {
        var gauge = gauge();
        var token = token(gauge);
        var stream = "/v1.1/Datastreams(" + gauge.rain().id() + ")";
        var batch = "{\"requests\": [{\"id\": \"1\", \"method\": \"get\", \"url\": \"Things\"}]}";

        for (var answer : List.of(
                call(token, "GET", stream, ""),
                call(token, "GET", "/v1.1", ""),
                call(token, "PATCH", stream, "{\"name\": \"mine\"}"),
                call(token, "PUT", stream, "{}"),
                call(token, "DELETE", stream, ""),
                call(token, "DELETE", stream + "/Observations(1)", ""),
                call(token, "POST", "/v1.1/$batch", batch),
                call(token, "POST", "/v1.1/%24batch", batch),
                call(token, "POST", "/v1.1/Things", thing("new-one", "mm")),
                call(token, "POST", stream + "/Observations;x", observation(1, "")),
                call(token, "POST", "/v1.1/Observations", observation(1, ", \"Datastream\": {\"name\": \"new\"}")))) {
            assertThat(answer.statusCode()).as(answer.toString()).isIn(400, 403);
            assertThat(answer.statusCode() == 400 || code(answer).equals("sensing:not-a-devices"))
                    .as(answer.toString() + answer.body())
                    .isTrue();
        }
        assertThat(stored(gauge.rain().id())).isZero();
        assertThat(call("Bearer house-key", "GET", stream, "").statusCode()).isEqualTo(200);
    }

    @Test
    void aRevokedTokenIsGoodForNothingFromThatMomentOn() throws IOException, InterruptedException {
        var gauge = gauge();
        var issued = keys.issue(gauge.code(), "admin");
        var token = "Bearer " + issued.token();
        assertThat(call(token, "POST", observations(gauge), observation(1, "")).statusCode())
                .isEqualTo(201);

        keys.revoke(gauge.code(), issued.credential().id(), "admin");

        assertThat(call(token, "POST", observations(gauge), observation(2, "")).statusCode())
                .isEqualTo(401);
        assertThat(stored(gauge.rain().id())).isEqualTo(1);
    }
}
