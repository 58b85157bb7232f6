package io.chengyun.platform.sensing.device;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The devices that showed their tokens lately (熟客), so that the database need not be asked for every request. A revocation
 * makes it forget them all; what was looked up before that is not taken in after it.
 */
final class RememberedSenders {

    private static final int MOST = 10_000;

    private final Map<ByteBuffer, Sender> senders = new LinkedHashMap<>();
    private long generation;

    synchronized @Nullable Sender find(ByteBuffer digest) {
        return senders.get(digest);
    }

    synchronized long generation() {
        return generation;
    }

    /**
     * Remembers a device, unless anything was revoked since.
     *
     * @param since the generation before it was looked up
     */
    synchronized void keep(ByteBuffer digest, Sender sender, long since) {
        if (since != generation) {
            return;
        }
        senders.put(digest, sender);
        if (senders.size() > MOST) {
            var oldest = senders.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    synchronized void forget() {
        generation++;
        senders.clear();
    }
}
