package io.chengyun.platform.sensing.lane;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides when so much of what a source sends is bad that it is kept out (坏数据占比). For the one writer only. */
@Component
public class RejectShare {

    private final LaneSettings settings;
    private final Map<String, Window> windows = new HashMap<>();

    public RejectShare(LaneSettings settings) {
        this.settings = settings;
    }

    /** What came from a source since a moment, and how much of it was bad. */
    public record Window(Instant since, long received, long bad) {

        Window plus(long more, long moreBad) {
            return new Window(since, received + more, bad + moreBad);
        }
    }

    /** Adds what came; gives the window that is too bad, and begins anew after it. */
    public @Nullable Window add(String source, long received, long bad, Instant now) {
        if (windows.size() > settings.maxSources()) {
            windows.values().removeIf(window -> over(window, now));
        }
        var standing = windows.get(source);
        var before = standing == null || over(standing, now) ? new Window(now, 0, 0) : standing;
        var window = before.plus(received, bad);
        boolean tooBad =
                window.received() >= settings.badRows() && window.bad() > settings.badShare() * window.received();
        if (tooBad) {
            windows.remove(source);
            return window;
        }
        windows.put(source, window);
        return null;
    }

    private boolean over(Window window, Instant now) {
        return !now.isBefore(window.since().plus(settings.badWindow()));
    }
}
