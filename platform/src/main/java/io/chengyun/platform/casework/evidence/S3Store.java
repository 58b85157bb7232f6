package io.chengyun.platform.casework.evidence;

import io.chengyun.kernel.Fault;
import io.chengyun.platform.objects.Bucket;
import java.io.IOException;

/** Evidence in an S3-compatible store (对象证据库), one object a digest. */
final class S3Store implements EvidenceStore {

    private final Bucket bucket;

    S3Store(Bucket bucket) {
        this.bucket = bucket;
    }

    @Override
    public void keep(String digest, byte[] bytes) {
        try {
            bucket.put(key(digest), new Bucket.Content(bytes, ""));
        } catch (Bucket.Declined no) {
            throw new Fault("casework:evidence-not-kept", no);
        } catch (IOException unreachable) {
            throw new Fault("casework:evidence-store-unreachable", unreachable);
        }
    }

    @Override
    public byte[] read(String digest) {
        try {
            return bucket.find(key(digest)).orElseThrow(() -> gone(new IOException("it is not in the store")));
        } catch (Bucket.Declined no) {
            throw gone(no);
        } catch (IOException unreachable) {
            throw new Fault("casework:evidence-store-unreachable", unreachable);
        }
    }

    private static Fault gone(IOException why) {
        return new Fault("casework:evidence-gone", why);
    }

    private static String key(String digest) {
        return digest.substring(0, 2) + "/" + digest;
    }
}
