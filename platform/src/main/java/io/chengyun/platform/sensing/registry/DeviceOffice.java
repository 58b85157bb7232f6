package io.chengyun.platform.sensing.registry;

import io.chengyun.kernel.Needed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.place.ObservedProperties;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.sensing.device.DeviceKeys;
import io.chengyun.platform.sensing.registry.CandidateTable.Problem;
import io.chengyun.platform.sensing.registry.Device.Make;
import io.chengyun.platform.sensing.registry.Device.State;
import java.io.Reader;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may put which device to work, and what must be said of it (投运窗口). */
@Component
class DeviceOffice {

    private static final Role[] STEWARDS = {Role.ADMINISTRATOR, Role.DATA_STEWARD};
    private static final Role[] ON_THE_SPOT = {Role.ADMINISTRATOR, Role.DATA_STEWARD, Role.HANDLER, Role.INSPECTOR};

    private final Devices devices;
    private final DeviceCatalogue catalogue;
    private final ObservedProperties properties;
    private final Places places;
    private final DeviceKeys keys;

    DeviceOffice(
            Devices devices, DeviceCatalogue catalogue, ObservedProperties properties, Places places, DeviceKeys keys) {
        this.devices = devices;
        this.catalogue = catalogue;
        this.properties = properties;
        this.places = places;
        this.keys = keys;
    }

    /**
     * What somebody says who stands before a device (现场投运).
     *
     * @param properties needed only for a device that nobody registered yet
     */
    record OnTheSpot(
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable String name,
            @Nullable Make make,
            @Nullable String organisation,
            @Nullable List<String> properties) {}

    /**
     * What became of a table: what was put to work, and what is wrong with the other rows.
     *
     * @param issued the devices' credentials, each with the token that nobody is told again
     */
    record Outcome(int commissioned, List<Problem> problems, List<DeviceKeys.Issued> issued) {}

    /** Puts one device to work from the spot and gives it a credential. */
    @Transactional
    public DeviceKeys.Issued commission(String code, OnTheSpot said, Caller caller) {
        require(caller, ON_THE_SPOT);
        var position = new Position(Needed.value("lon", said.lon()), Needed.value("lat", said.lat()));
        var town = places.find(position, places.today())
                .orElseThrow(() -> new Refused(DeviceRefusal.OUTSIDE))
                .town();
        if (!caller.mayEnter(town)) {
            throw new Refused(DeviceRefusal.OUTSIDE);
        }
        var observed = said.properties() == null ? List.<String>of() : said.properties();
        observed.forEach(properties::get);
        var device = new Device(
                CandidateTable.code(code),
                said.name() == null || said.name().isBlank() ? code : said.name(),
                Optional.ofNullable(said.make()).orElse(Make.UNKNOWN),
                position,
                town,
                said.organisation() == null ? caller.organisation() : said.organisation(),
                State.COMMISSIONED,
                null);
        devices.commission(List.of(new Candidate(device, observed)), caller.id());
        return keys.issue(device.code(), caller.id());
    }

    /** Puts the devices of a table to work, each with a credential; nothing at all if a row is wrong, unless {@code partial}. */
    @Transactional
    public Outcome commission(Reader table, boolean partial, Caller caller) {
        require(caller, STEWARDS);
        var read = new CandidateTable(properties, places, device -> isWelcome(device, caller)).read(table);
        boolean takes = read.problems().isEmpty() || partial;
        if (!takes) {
            return new Outcome(0, read.problems(), List.of());
        }
        devices.commission(read.candidates(), caller.id());
        var issued = read.candidates().stream()
                .map(candidate -> keys.issue(candidate.device().code(), caller.id()))
                .toList();
        return new Outcome(read.candidates().size(), read.problems(), issued);
    }

    void retire(String code, Caller caller) {
        require(caller, STEWARDS);
        catalogue.get(code, caller);
        devices.retire(code, caller.id());
    }

    private boolean isWelcome(Device device, Caller caller) {
        boolean free = catalogue
                .find(device.code())
                .map(known -> known.device().commissioned() == null && !known.isRetired())
                .orElse(true);
        return free && caller.mayEnter(Objects.requireNonNull(device.town()));
    }

    static void require(Caller caller, Role... roles) {
        if (!caller.hasAny(roles)) {
            throw new Refused(DeviceRefusal.NOT_YOUR_ROLE);
        }
    }
}
