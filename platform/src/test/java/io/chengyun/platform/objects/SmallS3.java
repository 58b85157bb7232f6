package io.chengyun.platform.objects;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A small S3 in this process that believes nobody without the right signature. */
public final class SmallS3 implements AutoCloseable {

    public static final String REGION = "cn-east-1";
    public static final String KEY = "AKIDEXAMPLE";
    public static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    private final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();
    private final Map<String, String> caching = new ConcurrentSkipListMap<>();
    private final HttpServer server;
    private volatile boolean down;
    private volatile int left = Integer.MAX_VALUE;

    public SmallS3() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException no) {
            throw new UncheckedIOException(no);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newFixedThreadPool(4, work -> {
            var thread = new Thread(work, "small S3");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    /** What lies there, by bucket and key. */
    public Map<String, byte[]> objects() {
        return objects;
    }

    /** What caches between are told of each. */
    public Map<String, String> caching() {
        return caching;
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public Bucket.Place place(String bucket, String secret) {
        return new Bucket.Place(
                "chengyun.test.s3", endpoint(), REGION, bucket, KEY, secret, true, Duration.ofSeconds(5));
    }

    /** From now on it answers nobody, or everybody again. */
    public void down(boolean now) {
        down = now;
    }

    /** After so many more files it answers nobody. */
    public void downAfter(int puts) {
        left = puts;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        boolean put = exchange.getRequestMethod().equals("PUT");
        if (put && left-- <= 0) {
            left = Integer.MAX_VALUE;
            down = true;
        }
        if (down) {
            exchange.close();
            return;
        }
        if (isSigned(exchange, body)) {
            serve(exchange, body);
        } else {
            say(exchange, 403, new byte[0]);
        }
        exchange.close();
    }

    private static boolean isSigned(HttpExchange exchange, byte[] body) {
        var headers = exchange.getRequestHeaders();
        var target = URI.create("http://" + headers.getFirst("Host") + exchange.getRequestURI());
        var at = LocalDateTime.parse(headers.getFirst("x-amz-date"), STAMP).toInstant(ZoneOffset.UTC);
        var expected = new S3Signature(REGION, KEY, SECRET)
                .authorization(exchange.getRequestMethod(), target, Digest.of(body), at);
        return expected.equals(headers.getFirst("Authorization"))
                && Digest.of(body).equals(headers.getFirst("x-amz-content-sha256"));
    }

    private void serve(HttpExchange exchange, byte[] body) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var query = exchange.getRequestURI().getRawQuery();
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                objects.put(path, body);
                caching.put(path, String.valueOf(exchange.getRequestHeaders().getFirst("Cache-Control")));
                say(exchange, 200, new byte[0]);
            }
            case "DELETE" -> {
                objects.remove(path);
                say(exchange, 204, new byte[0]);
            }
            default -> {
                if (query != null) {
                    say(exchange, 200, listing(path, query));
                } else {
                    var found = objects.get(path);
                    say(exchange, found == null ? 404 : 200, found == null ? new byte[0] : found);
                }
            }
        }
    }

    private byte[] listing(String bucket, String query) {
        var prefix = URLDecoder.decode(query.replaceAll(".*&prefix=", ""), StandardCharsets.UTF_8);
        return objects.keySet().stream()
                .filter(path -> path.startsWith(bucket + prefix))
                .map(path -> "<Contents><Key>" + path.substring(bucket.length()) + "</Key></Contents>")
                .collect(Collectors.joining("", "<?xml version=\"1.0\"?><ListBucketResult>", "</ListBucketResult>"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void say(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
