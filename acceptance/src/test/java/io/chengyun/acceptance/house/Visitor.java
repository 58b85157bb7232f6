package io.chengyun.acceptance.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Somebody who talks to the house over HTTP, with a cookie like a browser's. */
public final class Visitor {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI house;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(PATIENCE)
            .build();

    public Visitor(URI house) {
        this.house = house;
    }

    /** One of the sample accounts, signed in. */
    public static Visitor signedIn(URI house, String name) {
        var visitor = new Visitor(house);
        var answer = visitor.post("/api/session", Map.of("name", name, "password", "chengyun"));
        if (answer.status() != 200) {
            throw new IllegalStateException(name + " cannot sign in: " + answer);
        }
        return visitor;
    }

    /** What the house answered. */
    public record Answer(int status, JsonNode body) {

        /** A value at a path such as {@code /card/state}. */
        public String text(String pointer) {
            return body.at(pointer).asString();
        }
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(house.resolve(path)).GET());
    }

    public Answer post(String path, Object body) {
        return postJson(path, JSON.writeValueAsString(body));
    }

    public Answer postJson(String path, String body) {
        return send(HttpRequest.newBuilder(house.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            var text = answer.body();
            boolean json = text.startsWith("{") || text.startsWith("[");
            return new Answer(answer.statusCode(), json ? JSON.readTree(text) : MissingNode.getInstance());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
