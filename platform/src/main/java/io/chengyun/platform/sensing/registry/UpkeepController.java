package io.chengyun.platform.sensing.registry;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Ids;
import io.chengyun.kernel.Needed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.sensing.Sensing;
import io.chengyun.platform.sensing.quality.Maintenance;
import io.chengyun.platform.sensing.quality.QualityEvent.Window;
import io.chengyun.platform.sensing.quality.QualityFlags;
import io.chengyun.platform.sensing.quality.QualityFlags.Flagging;
import io.chengyun.platform.sensing.quality.QualityRefusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Maintenance and quality flags over HTTP (维护接口). */
@RestController
@RequestMapping("/api/devices")
class UpkeepController {

    private static final int MOST_FLAGS = 5_000;
    private static final Role[] KEEPERS = {Role.ADMINISTRATOR, Role.DATA_STEWARD, Role.COMMANDER, Role.HANDLER};

    private final Maintenance maintenance;
    private final QualityFlags flags;
    private final DeviceCatalogue catalogue;
    private final Sensing sensing;
    private final Ids ids;

    UpkeepController(Maintenance maintenance, QualityFlags flags, DeviceCatalogue catalogue, Sensing sensing, Ids ids) {
        this.maintenance = maintenance;
        this.flags = flags;
        this.catalogue = catalogue;
        this.sensing = sensing;
        this.ids = ids;
    }

    /** A window as somebody asks for it: a device or an area. */
    record WindowBody(
            @Nullable String device,
            @Nullable String area,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String reason) {}

    /**
     * Windows that are open or to come, and those of the last days.
     *
     * @param hushed findings of rules that were not told because of maintenance, since the house started
     */
    record WindowList(List<Window> windows, long hushed) {}

    record FlagList(List<Flagging> flags) {}

    @GetMapping("/maintenance")
    WindowList windows(Caller caller) {
        var seen = maintenance.list().stream()
                .filter(window -> isOf(window, caller))
                .toList();
        return new WindowList(seen, maintenance.hushed());
    }

    @PostMapping("/maintenance")
    @ResponseStatus(HttpStatus.CREATED)
    Window enter(@RequestBody WindowBody body, Caller caller) {
        DeviceOffice.require(caller, KEEPERS);
        var window = new Window(
                ids.next("mw"),
                body.device(),
                body.area() == null ? null : new AreaCode(body.area()),
                Needed.value("from", body.from()),
                Needed.value("until", body.until()),
                Needed.value("reason", body.reason()),
                caller.id());
        if (body.device() != null) {
            catalogue.get(body.device(), caller);
        }
        if (!isOf(window, caller)) {
            throw new Refused(DeviceRefusal.OUTSIDE);
        }
        return maintenance.enter(window);
    }

    @PostMapping("/maintenance/{id}/end")
    Window end(@PathVariable String id, Caller caller) {
        DeviceOffice.require(caller, KEEPERS);
        if (maintenance.find(id).filter(window -> isOf(window, caller)).isEmpty()) {
            throw new Refused(QualityRefusal.NO_SUCH_WINDOW);
        }
        return maintenance.end(id, caller.id());
    }

    /** Flags of a stream's observations in a span, oldest first. */
    @GetMapping("/streams/{stream}/flags")
    FlagList flags(@PathVariable long stream, @RequestParam Instant from, @RequestParam Instant until, Caller caller) {
        var known = sensing.findStream(stream).orElseThrow(() -> new Refused(DeviceRefusal.ABSENT));
        catalogue.get(known.thingId(), caller);
        return new FlagList(flags.list(stream, from, until, MOST_FLAGS));
    }

    private boolean isOf(Window window, Caller caller) {
        var area = window.area();
        var device = window.device();
        if (area != null) {
            return caller.mayEnter(area);
        }
        if (device == null) {
            return true;
        }
        var town = caller.town();
        return town == null
                || catalogue
                        .find(device)
                        .map(known -> town.equals(known.device().town()))
                        .orElse(false);
    }
}
