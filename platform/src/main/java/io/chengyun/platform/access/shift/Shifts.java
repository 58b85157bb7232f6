package io.chengyun.platform.access.shift;

import io.chengyun.platform.access.Access;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.place.Places;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Front door of shifts (班次): who is on duty at a moment. Read when the house starts, so that a wrong file stops it there;
 * a shift of somebody who is not on the staff is passed over.
 */
@Service
public class Shifts {

    private final List<Shift> shifts;
    private final ZoneId zone;
    private final Access access;

    Shifts(@Value("${chengyun.place.district:districts/minhang}") String district, Places places, Access access) {
        this.shifts = new ShiftTable(
                        (area, on) -> area.value().equals(places.district().code())
                                || places.findArea(area, on).isPresent())
                .read(Path.of(district, "shifts.csv"));
        this.zone = places.district().zone();
        this.access = access;
    }

    /** Everybody of this role who is on duty at this moment, by staff id. */
    public List<OnDuty> list(Role role, Instant at) {
        Map<String, Running> running = new HashMap<>();
        shifts.forEach(shift ->
                shift.runsUntil(at, zone).ifPresent(until -> running.put(shift.person(), new Running(shift, until))));
        return access.list(running.keySet()).stream()
                .filter((Caller person) -> person.hasAny(role))
                .map(person -> onDuty(person, Objects.requireNonNull(running.get(person.id()))))
                .toList();
    }

    private record Running(Shift shift, Instant until) {}

    private static OnDuty onDuty(Caller person, Running running) {
        return new OnDuty(person, running.shift().area(), running.until());
    }
}
