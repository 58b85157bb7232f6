package io.chengyun.platform.objects;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;

/** A bucket of an S3-compatible store (存储桶). Any thread may use it. */
public final class Bucket {

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_THERE = 404;
    private static final int FORBIDDEN = 403;
    /** So many requests are under way at once. */
    private static final int TOGETHER = 32;

    private static final String NOTHING = Digest.of(new byte[0]);
    private static final Pattern KEY = Pattern.compile("<Key>([^<]*)</Key>");

    private final Place place;
    private final S3Signature signature;
    private final InstantSource wallClock;
    private final HttpClient http;

    /** @param wallClock the machine's time: the store refuses a signature of another, such as a demo's */
    public Bucket(Place place, InstantSource wallClock) {
        this.place = place;
        this.signature = new S3Signature(place.region(), place.accessKey(), place.secretKey());
        this.wallClock = wallClock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(place.patience())
                .build();
    }

    /**
     * Where it is, and who asks (存储桶位置).
     *
     * @param setting before the names of the settings that say so, such as {@code chengyun.ledger.s3}
     * @param endpoint such as {@code https://s3.example.org}
     * @param region as the store calls itself
     * @param bucket which must exist
     * @param accessKey id of the key
     * @param secretKey the key; never logged
     * @param pathStyle whether the bucket is in the path; false where it is in the host name
     * @param patience how long a request may take
     */
    public record Place(
            String setting,
            String endpoint,
            String region,
            String bucket,
            String accessKey,
            String secretKey,
            boolean pathStyle,
            Duration patience) {

        @Override
        public String toString() {
            return "Place[" + endpoint + " " + bucket + "]";
        }
    }

    /**
     * A file to be put (待存对象).
     *
     * @param caching what caches between are told; empty for nothing
     */
    public record Content(byte[] bytes, String caching) {}

    /** The store answered, and the answer is no (拒绝). */
    public static final class Declined extends IOException {

        private static final long serialVersionUID = 1L;

        Declined(String what) {
            super(what);
        }
    }

    /** Puts one file; it is safe once this returns. */
    public void put(String key, Content content) throws IOException {
        putAll(Map.of(key, content));
    }

    /** Puts files, many at a time; all are safe once this returns, and any of them may be if it does not. */
    public void putAll(Map<String, Content> contents) throws IOException {
        together(List.copyOf(contents.entrySet()), it -> {
            var bytes = it.getValue().bytes();
            var request =
                    request("PUT", key(it.getKey()), Digest.of(bytes)).method("PUT", BodyPublishers.ofByteArray(bytes));
            if (!it.getValue().caching().isEmpty()) {
                request.header("Cache-Control", it.getValue().caching());
            }
            return send(request.build());
        });
    }

    /** Deletes files; those that are not there are no fault. */
    public void deleteAll(List<String> keys) throws IOException {
        together(keys, key -> send(request("DELETE", key(key), NOTHING).DELETE().build()));
    }

    public Optional<byte[]> find(String key) throws IOException {
        var answer = wait(send(request("GET", key(key), NOTHING).build()));
        return answer.statusCode() == NOT_THERE
                ? Optional.empty()
                : Optional.of(accepted(answer).body());
    }

    /** The keys that begin so, at most a thousand of them. */
    public List<String> list(String prefix) throws IOException {
        // in the order of their names, as the signature asks
        var query = "?list-type=2&prefix=" + URLEncoder.encode(prefix, StandardCharsets.UTF_8);
        var answer = accepted(wait(send(request("GET", at("/") + query, NOTHING).build())));
        return KEY.matcher(new String(answer.body(), StandardCharsets.UTF_8))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @FunctionalInterface
    private interface Sending<T> {
        CompletableFuture<HttpResponse<byte[]>> of(T one);
    }

    private <T> void together(List<T> all, Sending<T> sending) throws IOException {
        for (int from = 0; from < all.size(); from += TOGETHER) {
            var some = all.subList(from, Math.min(from + TOGETHER, all.size())).stream()
                    .map(sending::of)
                    .toList();
            // nothing is under way any more when this fails: a late one must not overwrite what is put next
            some.forEach(one -> one.handle((answer, failure) -> true).join());
            for (var one : some) {
                accepted(wait(one));
            }
        }
    }

    private CompletableFuture<HttpResponse<byte[]>> send(HttpRequest request) {
        return http.sendAsync(request, BodyHandlers.ofByteArray());
    }

    private static HttpResponse<byte[]> wait(CompletableFuture<HttpResponse<byte[]>> answer) throws IOException {
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            throw new IOException("the store does not answer", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    private HttpResponse<byte[]> accepted(HttpResponse<byte[]> answer) throws Declined {
        int status = answer.statusCode();
        if (status == OK || status == NO_CONTENT) {
            return answer;
        }
        var advice = switch (status) {
            case FORBIDDEN -> ": see %1$s.access-key, %1$s.secret-key and %1$s.region, and what the key may do";
            case NOT_THERE -> ": see %1$s.bucket";
            default -> ": see %1$s.endpoint";
        };
        throw new Declined("the store answered " + status + advice.formatted(place.setting()));
    }

    private HttpRequest.Builder request(String method, String address, String payload) {
        var target = URI.create(address);
        var now = wallClock.instant();
        return HttpRequest.newBuilder(target)
                .timeout(place.patience())
                .header("x-amz-content-sha256", payload)
                .header("x-amz-date", S3Signature.stamp(now))
                .header("Authorization", signature.authorization(method, target, payload, now));
    }

    private String key(String key) {
        return at("/" + key);
    }

    private String at(String path) {
        var endpoint = URI.create(place.endpoint());
        return place.pathStyle()
                ? endpoint.getScheme() + "://" + endpoint.getRawAuthority() + "/" + place.bucket() + path
                : endpoint.getScheme() + "://" + place.bucket() + "." + endpoint.getRawAuthority() + path;
    }
}
