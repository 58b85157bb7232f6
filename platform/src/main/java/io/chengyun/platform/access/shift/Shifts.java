package io.chengyun.platform.access.shift;

import io.chengyun.kernel.Remembered;
import io.chengyun.platform.access.Access;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.place.Places;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Front door of shifts (班次): who is on duty at a moment. Read when the house starts, so that a wrong file stops it there;
 * a shift of somebody who is not on the staff is passed over.
 */
@Service
public class Shifts {

    /** So long somebody of whom the staff's file says something else now may still be asked, or not be. */
    private static final Duration STAFF_HOLDS = Duration.ofSeconds(1);

    private final List<Shift> shifts;
    private final ZoneId zone;
    private final Set<String> persons;
    private final Remembered<Set<String>, List<Caller>> staff;

    Shifts(
            @Value("${chengyun.place.district:districts/minhang}") String district,
            Places places,
            Access access,
            Clock clock) {
        this.shifts = new ShiftTable(
                        (area, on) -> area.value().equals(places.district().code())
                                || places.findArea(area, on).isPresent())
                .read(Path.of(district, "shifts.csv"));
        this.zone = places.district().zone();
        this.persons = shifts.stream().map(Shift::person).collect(Collectors.toUnmodifiableSet());
        this.staff = new Remembered<>(clock, STAFF_HOLDS, access::list);
    }

    /** Everybody of this role who is on duty at this moment, by staff id. */
    public List<OnDuty> list(Role role, Instant at) {
        Map<String, Running> running = new HashMap<>();
        shifts.forEach(shift ->
                shift.runsUntil(at, zone).ifPresent(until -> running.put(shift.person(), new Running(shift, until))));
        return staff.get(persons).stream()
                .filter(person -> running.containsKey(person.id()) && person.hasAny(role))
                .map(person -> onDuty(person, Objects.requireNonNull(running.get(person.id()))))
                .toList();
    }

    private record Running(Shift shift, Instant until) {}

    private static OnDuty onDuty(Caller person, Running running) {
        return new OnDuty(person, running.shift().area(), running.until());
    }
}
