package io.chengyun.acceptance.house;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
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

    /**
     * What the house answered.
     *
     * @param retryAfter header of that name; null without one
     */
    public record Answer(
            int status, JsonNode body, @Nullable String retryAfter) {

        /** A value at a path such as {@code /card/state}. */
        public String text(String pointer) {
            return body.at(pointer).asString();
        }
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(house.resolve(path)).GET());
    }

    /** The bytes of an answer, unread: for what is large, or timed. */
    public byte[] fetch(String path) {
        try {
            var request = HttpRequest.newBuilder(house.resolve(path))
                    .timeout(PATIENCE)
                    .build();
            var answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answers " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** A picture that the house draws. */
    public InputStream picture(String path) {
        return listen(path);
    }

    public Answer post(String path, Object body) {
        return postJson(path, JSON.writeValueAsString(body));
    }

    /** Sends a form, as {@code curl -d} does. */
    public Answer postForm(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(house.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    public Answer postJson(String path, String body) {
        return send(HttpRequest.newBuilder(house.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Keeps a stream of events open, as a console does, until the house ends it or the answer is closed. */
    public InputStream listen(String path) {
        try {
            var request = HttpRequest.newBuilder(house.resolve(path)).build();
            return http.send(request, BodyHandlers.ofInputStream()).body();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Sends a photograph to a case and returns its id. */
    public String photograph(String caseId, byte[] picture, String lon, String lat) {
        var edge = "----chengyun";
        var body = new ByteArrayOutputStream();
        part(body, edge, "lon", "", lon.getBytes(UTF_8));
        part(body, edge, "lat", "", lat.getBytes(UTF_8));
        part(body, edge, "file", "; filename=\"after.png\"\r\nContent-Type: image/png", picture);
        body.writeBytes(("--" + edge + "--\r\n").getBytes(UTF_8));
        var answer = send(HttpRequest.newBuilder(house.resolve("/api/cases/" + caseId + "/photos"))
                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException("the photograph was not taken: " + answer);
        }
        return answer.text("/id");
    }

    private static void part(ByteArrayOutputStream body, String edge, String name, String more, byte[] content) {
        var head = "--" + edge + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n";
        body.writeBytes(head.getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(UTF_8));
    }

    /** A tiny picture, another one for each number. */
    public static byte[] picture(int number) {
        var image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, number & 0xFFFFFF);
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            var text = answer.body();
            boolean json = text.startsWith("{") || text.startsWith("[");
            var retryAfter = answer.headers().firstValue("Retry-After").orElse(null);
            return new Answer(answer.statusCode(), json ? JSON.readTree(text) : MissingNode.getInstance(), retryAfter);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
