package io.chengyun.anchor;

import io.chengyun.kernel.Fault;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A node of the chain, asked by JSON-RPC over HTTP (节点). */
final class Node {

    private static final int OK = 200;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI url;
    private final Duration patience;
    private final HttpClient http;

    Node(String url, Duration patience) {
        this.url = URI.create(url);
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build();
    }

    /** The node understood, and said no (节点拒绝). */
    static final class Declined extends Exception {

        private static final long serialVersionUID = 1L;

        Declined(String what) {
            super(what);
        }
    }

    /** @throws Fault where it does not answer, or says no */
    JsonNode ask(String method, Object... parameters) {
        try {
            return tell(method, parameters);
        } catch (Declined no) {
            throw new Fault("ledger:chain-says-no", no);
        }
    }

    /** @throws Fault where it does not answer */
    JsonNode tell(String method, Object... parameters) throws Declined {
        var body = JSON.writeValueAsBytes(
                Map.of("jsonrpc", "2.0", "id", 1, "method", method, "params", List.of(parameters)));
        var request = HttpRequest.newBuilder(url)
                .timeout(patience)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != OK) {
                throw gone(new IOException(method + " was answered " + answer.statusCode()));
            }
            var said = JSON.readTree(answer.body());
            if (said.hasNonNull("error")) {
                throw new Declined(
                        method + ": " + said.path("error").path("message").asString());
            }
            return said.path("result");
        } catch (IOException | JacksonException no) {
            throw gone(no);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw gone(stopped);
        }
    }

    BigInteger number(String method, Object... parameters) {
        return number(ask(method, parameters));
    }

    static BigInteger number(JsonNode quantity) {
        return new BigInteger(quantity.asString().substring(2), 16);
    }

    static byte[] bytes(JsonNode data) {
        return HexFormat.of().parseHex(data.asString().substring(2));
    }

    private static Fault gone(Exception why) {
        return new Fault("ledger:chain-unreachable", why);
    }
}
