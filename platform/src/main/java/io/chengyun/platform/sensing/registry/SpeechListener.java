package io.chengyun.platform.sensing.registry;

import io.chengyun.platform.sensing.ObservationListener;
import io.chengyun.platform.sensing.StoredBatch;
import io.chengyun.platform.sensing.registry.DeviceBoard.Known;
import io.chengyun.platform.sensing.registry.HealthRules.Seen;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;

/** Hears an offline device speak again (恢复监听). */
@Component
class SpeechListener implements ObservationListener {

    private final DeviceBoard board;
    private final DeviceLook look;
    private final Watchman watchman;

    SpeechListener(DeviceBoard board, DeviceLook look, Watchman watchman) {
        this.board = board;
        this.look = look;
        this.watchman = watchman;
    }

    @Override
    public void onStored(StoredBatch batch) {
        var back = new LinkedHashMap<String, Known>();
        for (var series : batch.series()) {
            var offline = board.findOffline(series.stream().id());
            if (offline.isPresent()) {
                var readings = series.readings();
                var newest = new Seen(
                        series.stream().interval(),
                        readings.get(readings.size() - 1).at());
                // what was kept back during the outage tells nothing of now
                if (look.isFresh(newest)) {
                    back.put(offline.get().device().code(), offline.get());
                }
            }
        }
        back.values().forEach(device -> watchman.bringBack(device, batch.at()));
    }
}
