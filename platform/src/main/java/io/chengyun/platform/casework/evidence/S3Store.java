package io.chengyun.platform.casework.evidence;

import io.chengyun.kernel.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;

/** Evidence in an S3-compatible store (对象证据库), one object a digest. */
final class S3Store implements EvidenceStore {

    private final S3Settings settings;
    private final S3Signature signature;
    private final InstantSource wallClock;
    private final HttpClient http;

    /** @param wallClock the machine's time: the store refuses a signature of another, such as a demo's */
    S3Store(S3Settings settings, InstantSource wallClock) {
        this.settings = settings;
        this.signature = new S3Signature(settings.region(), settings.accessKey(), settings.secretKey());
        this.wallClock = wallClock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.patience())
                .build();
    }

    @Override
    public void keep(String digest, byte[] bytes) {
        var answer = send("PUT", digest, BodyPublishers.ofByteArray(bytes), digest);
        if (answer.statusCode() != 200) {
            throw new Fault("casework:evidence-not-kept", said(answer));
        }
    }

    @Override
    public byte[] read(String digest) {
        var answer = send("GET", digest, BodyPublishers.noBody(), Digest.of(new byte[0]));
        if (answer.statusCode() != 200) {
            throw new Fault("casework:evidence-gone", said(answer));
        }
        return answer.body();
    }

    private HttpResponse<byte[]> send(String method, String digest, BodyPublisher body, String payload) {
        var target = target(digest);
        var now = wallClock.instant();
        var request = HttpRequest.newBuilder(target)
                .timeout(settings.patience())
                .header("x-amz-content-sha256", payload)
                .header("x-amz-date", S3Signature.stamp(now))
                .header("Authorization", signature.authorization(method, target, payload, now))
                .method(method, body)
                .build();
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException unreachable) {
            throw new Fault("casework:evidence-store-unreachable", unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Fault("casework:evidence-store-unreachable", stopped);
        }
    }

    private URI target(String digest) {
        var endpoint = URI.create(settings.endpoint());
        var key = "/" + digest.substring(0, 2) + "/" + digest;
        return settings.pathStyle()
                ? URI.create(endpoint.getScheme() + "://" + endpoint.getRawAuthority() + "/" + settings.bucket() + key)
                : URI.create(endpoint.getScheme() + "://" + settings.bucket() + "." + endpoint.getRawAuthority() + key);
    }

    private static IOException said(HttpResponse<byte[]> answer) {
        return new IOException("the store answered " + answer.statusCode());
    }
}
