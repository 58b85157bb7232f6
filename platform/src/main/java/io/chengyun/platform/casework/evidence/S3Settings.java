package io.chengyun.platform.casework.evidence;

import io.chengyun.platform.objects.Bucket;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An S3-compatible store for evidence (对象存储设置), instead of the folder.
 *
 * @param endpoint such as {@code https://s3.example.org}; empty for the folder
 * @param region as the store calls itself
 * @param bucket which must exist
 * @param accessKey id of the key
 * @param secretKey the key; never logged
 * @param pathStyle whether the bucket is in the path; false where it is in the host name
 * @param patience how long a request may take
 */
@ConfigurationProperties("chengyun.casework.evidence.s3")
record S3Settings(
        @DefaultValue("") String endpoint,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("chengyun-evidence") String bucket,
        @DefaultValue("") String accessKey,
        @DefaultValue("") String secretKey,
        @DefaultValue("true") boolean pathStyle,
        @DefaultValue("20s") Duration patience) {

    Bucket.Place place() {
        return new Bucket.Place(
                "chengyun.casework.evidence.s3", endpoint, region, bucket, accessKey, secretKey, pathStyle, patience);
    }

    @Override
    public String toString() {
        return "S3Settings[" + endpoint + " " + bucket + "]";
    }
}
