package io.chengyun.platform.ledger;

import io.chengyun.platform.objects.Bucket;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An S3-compatible store for the log's tiles (分块对象存储设置), instead of the folder; keys stay in the folder.
 *
 * @param endpoint such as {@code https://s3.example.org}; empty for the folder
 * @param region as the store calls itself
 * @param bucket which must exist and hold nothing but this one log, since its files lie there under their public names
 * @param accessKey id of the key, which may put, get, list and delete
 * @param secretKey the key; never logged
 * @param pathStyle whether the bucket is in the path; false where it is in the host name
 * @param patience how long a request may take
 */
@ConfigurationProperties("chengyun.ledger.s3")
record TileBucketSettings(
        @DefaultValue("") String endpoint,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("chengyun-log") String bucket,
        @DefaultValue("") String accessKey,
        @DefaultValue("") String secretKey,
        @DefaultValue("true") boolean pathStyle,
        @DefaultValue("20s") Duration patience) {

    Bucket.Place place() {
        return new Bucket.Place(
                "chengyun.ledger.s3", endpoint, region, bucket, accessKey, secretKey, pathStyle, patience);
    }

    @Override
    public String toString() {
        return "TileBucketSettings[" + endpoint + " " + bucket + "]";
    }
}
