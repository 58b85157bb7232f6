package io.chengyun.platform.replay;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** When the requests of a file were closed (文件办结时间). Only for the one thread that drives the replay. */
@Component
@ConditionalOnProperty(name = "chengyun.clock", havingValue = "virtual")
class Closings {

    private final Map<String, @Nullable Instant> byRequest = new HashMap<>();

    void add(String request, @Nullable Instant closedAt) {
        byRequest.put(request, closedAt);
    }

    /** Whether the file speaks of this request. */
    boolean knows(@Nullable String request) {
        return byRequest.containsKey(request);
    }

    /** When it was closed; null while it is open. */
    @Nullable
    Instant of(@Nullable String request) {
        return byRequest.get(request);
    }
}
