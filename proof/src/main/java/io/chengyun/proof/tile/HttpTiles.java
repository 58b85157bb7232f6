package io.chengyun.proof.tile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Another's tiles, read over HTTP (远程读取). */
public final class HttpTiles implements TileSource {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int FOUND = 200;
    private static final int NOT_THERE = 404;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String prefix;

    /** @param prefix such as {@code http://127.0.0.1:8080/log} */
    public HttpTiles(URI prefix) {
        this.prefix = prefix.toString().replaceAll("/+$", "") + "/";
    }

    @Override
    public Optional<byte[]> find(String path) {
        var uri = URI.create(prefix + path);
        try {
            var answer =
                    client.send(HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
            return switch (answer.statusCode()) {
                case FOUND -> Optional.of(answer.body());
                case NOT_THERE -> Optional.empty();
                default -> throw new IOException(uri + " answered " + answer.statusCode());
            };
        } catch (IOException cannotSay) {
            throw new UncheckedIOException(cannotSay);
        } catch (InterruptedException stopAsked) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted at " + uri, stopAsked));
        }
    }
}
