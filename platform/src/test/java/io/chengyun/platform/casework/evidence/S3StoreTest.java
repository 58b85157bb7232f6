package io.chengyun.platform.casework.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.chengyun.kernel.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The store against a small S3 that believes nobody without the right signature. */
class S3StoreTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final byte[] BYTES = Snapshots.ascii("what was seen");
    private static final String ID = Digest.of(BYTES);
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var headers = exchange.getRequestHeaders();
        var target = URI.create("http://" + headers.getFirst("Host") + exchange.getRequestURI());
        var expected = new S3Signature("cn-east-1", "AKIDEXAMPLE", SECRET)
                .authorization(exchange.getRequestMethod(), target, Digest.of(body), NOW);
        var path = exchange.getRequestURI().getPath();
        int status = 200;
        var said = new byte[0];
        if (!expected.equals(headers.getFirst("Authorization"))
                || !Digest.of(body).equals(headers.getFirst("x-amz-content-sha256"))) {
            status = 403;
        } else if (exchange.getRequestMethod().equals("PUT")) {
            objects.put(path, body);
        } else if (objects.containsKey(path)) {
            said = objects.get(path);
        } else {
            status = 404;
        }
        exchange.sendResponseHeaders(status, said.length == 0 ? -1 : said.length);
        exchange.getResponseBody().write(said);
        exchange.close();
    }

    private S3Store store(String secret) {
        var endpoint = "http://127.0.0.1:" + server.getAddress().getPort();
        var settings =
                new S3Settings(endpoint, "cn-east-1", "evidence", "AKIDEXAMPLE", secret, true, Duration.ofSeconds(5));
        return new S3Store(settings, () -> NOW);
    }

    @Test
    void signatureIsThatOfAnotherClient() {
        var header = new S3Signature("cn-east-1", "AKIDEXAMPLE", SECRET)
                .authorization(
                        "GET",
                        URI.create("http://store.example:9000/chengyun-evidence/ab/abcdef"),
                        Digest.of(new byte[0]),
                        NOW);
        // made by botocore 1.x for the same request, key and moment
        assertThat(header)
                .contains("Credential=AKIDEXAMPLE/20261123/cn-east-1/s3/aws4_request")
                .endsWith("Signature=ef53ec02fa9108bdf8e36f9c039ac8fc7bada8795b3ad4ad52ea6c1777343a9b");
    }

    @Test
    void whatIsKeptIsReadAgain() {
        store(SECRET).keep(ID, BYTES);
        assertThat(objects).containsOnlyKeys("/evidence/" + ID.substring(0, 2) + "/" + ID);
        assertThat(store(SECRET).read(ID)).isEqualTo(BYTES);
    }

    @Test
    void wrongKeyIsAFaultAndKeepsNothing() {
        assertThatThrownBy(() -> store("wrong").keep(ID, BYTES))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("casework:evidence-not-kept");
        assertThat(objects).isEmpty();
    }

    @Test
    void whatIsGoneOrOutOfReachIsAFault() {
        assertThatThrownBy(() -> store(SECRET).read(ID)).hasMessageContaining("casework:evidence-gone");
        server.stop(0);
        assertThatThrownBy(() -> store(SECRET).read(ID)).hasMessageContaining("casework:evidence-store-unreachable");
    }

    @Test
    void secretIsNotSaidInLogs() {
        assertThat(new S3Signature("r", "key", SECRET).toString()).doesNotContain(SECRET);
    }
}
