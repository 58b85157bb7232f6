package io.chengyun.platform.objects;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests as S3 asks (请求签名): AWS Signature Version 4. Values in, a header out. */
record S3Signature(String region, String accessKey, String secretKey) {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String SIGNED = "host;x-amz-content-sha256;x-amz-date";

    /** The moment as the header {@code x-amz-date} says it. */
    static String stamp(Instant at) {
        return STAMP.format(at);
    }

    /**
     * The header {@code Authorization} of a request.
     *
     * @param target whose query, if any, is sorted by name and encoded already
     */
    String authorization(String method, URI target, String payload, Instant at) {
        var stamp = stamp(at);
        var scope = stamp.substring(0, 8) + "/" + region + "/s3/aws4_request";
        var canonical = String.join(
                "\n",
                method,
                target.getRawPath(),
                target.getRawQuery() == null ? "" : target.getRawQuery(),
                "host:" + target.getRawAuthority(),
                "x-amz-content-sha256:" + payload,
                "x-amz-date:" + stamp,
                "",
                SIGNED,
                payload);
        var toSign = String.join("\n", "AWS4-HMAC-SHA256", stamp, scope, Digest.of(bytes(canonical)));
        var signature = HexFormat.of().formatHex(hmac(key(stamp.substring(0, 8)), toSign));
        return "AWS4-HMAC-SHA256 Credential=" + accessKey + "/" + scope + ",SignedHeaders=" + SIGNED + ",Signature="
                + signature;
    }

    private byte[] key(String day) {
        var ofDay = hmac(bytes("AWS4" + secretKey), day);
        return hmac(hmac(hmac(ofDay, region), "s3"), "aws4_request");
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "S3Signature[" + accessKey + "]";
    }
}
