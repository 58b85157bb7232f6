package io.chengyun.platform.sensing.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.sensing.account.Accounts;
import io.chengyun.platform.sensing.device.DeviceKeys;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Senders over HTTP are told apart, so that one that brings too much is told so alone. */
@TestPropertySource(
        properties = {
            "chengyun.sensing.lane.rates[http\\:*]=1",
            "chengyun.sensing.lane.burst=1000000",
            "chengyun.sensing.lane.rows-per-second=100000"
        })
class SendersApartTest extends DeviceCalls {

    @Autowired
    DeviceKeys keys;

    @Autowired
    Accounts accounts;

    private final HttpClient http = HttpClient.newHttpClient();
    private int second;

    private HttpResponse<String> sends(@Nullable String token, long stream, int rows)
            throws IOException, InterruptedException {
        var body = dataArray(
                stream, IntStream.range(0, rows).mapToObj(i -> row(second++, 1)).collect(Collectors.joining(",")));
        var request = HttpRequest.newBuilder(URI.create(url("/v1.1/CreateObservations")))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** By the quick door. */
    private int single(String token, long stream) throws IOException, InterruptedException {
        var body = "{\"phenomenonTime\": \"" + begin.plusSeconds(second++) + "\", \"result\": 1}";
        var request = HttpRequest.newBuilder(URI.create(url("/v1.1/Datastreams(" + stream + ")/Observations")))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private String token(long stream) {
        return keys.issue(sensing.findStream(stream).orElseThrow().thingId(), "admin")
                .token();
    }

    private List<String> sources() {
        return accounts.list().stream().map(Accounts.Account::source).toList();
    }

    @Test
    void whoBringsMoreThanItsRateIsToldWhenToComeAgainAndTheOthersAreNot() throws IOException, InterruptedException {
        long noisy = newStream();
        long quiet = newStream();
        var noisyToken = token(noisy);
        var quietToken = token(quiet);
        assertThat(sends(noisyToken, noisy, 30).statusCode()).isEqualTo(201);
        var refused = sends(noisyToken, noisy, 1);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(code(refused)).isEqualTo("sensing:slow-down");
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 25);
        assertThat(sends(quietToken, quiet, 1).statusCode()).isEqualTo(201);
        assertThat(single(noisyToken, noisy)).isEqualTo(429);
        assertThat(single(quietToken, quiet)).isEqualTo(201);
        assertThat(sends(null, quiet, 1).statusCode()).as("by its address").isEqualTo(201);
        assertThat(stored(noisy)).isEqualTo(30);
        assertThat(sources())
                .contains(
                        "http:device:" + sensing.findStream(noisy).orElseThrow().thingId(),
                        "http:device:" + sensing.findStream(quiet).orElseThrow().thingId(),
                        "http:127.0.0.1");
    }

    @Test
    void whoIsSignedInIsTheAccountAndATokenThatIsNonesIsTheAddress() throws IOException, InterruptedException {
        long stream = newStream();
        signIn();
        post("/v1.1/CreateObservations", dataArray(stream, row(1, 1)));
        sends("nobodys", stream, 1);

        assertThat(sources()).contains("http:account:commander", "http:127.0.0.1");
        assertThat(sources()).noneMatch(source -> source.contains("nobodys"));
    }
}
