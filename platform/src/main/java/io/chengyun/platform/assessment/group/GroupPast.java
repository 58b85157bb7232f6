package io.chengyun.platform.assessment.group;

import io.chengyun.platform.assessment.group.GroupWatch.Missed;
import io.chengyun.platform.sensing.PastObservations.Asked;
import io.chengyun.platform.sensing.quality.TimelyObservations;
import io.chengyun.rules.group.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads to groups what they missed (群体补读): what their members stored since the groups were last written down. */
@Component
class GroupPast {

    private static final List<GroupWatch> NOBODY = List.of();

    private final TimelyObservations past;

    GroupPast(TimelyObservations past) {
        this.past = past;
    }

    /**
     * Lets groups catch up; what they have to say.
     *
     * @param storedBefore what was stored from then on is not read: it is what they are to weigh
     */
    List<GroupSaid> catchUp(Collection<GroupWatch> behind, Instant storedBefore) {
        if (behind.isEmpty()) {
            return List.of();
        }
        var listening = new LinkedHashMap<Long, List<GroupWatch>>();
        var spans = new LinkedHashMap<Long, Duration>();
        behind.forEach(watch -> watch.members().values().stream()
                .filter(stream -> watch.rule().hearsValuesOf(stream.property()))
                .forEach(stream -> {
                    var reach = watch.rule().spec().rule().reach();
                    listening
                            .computeIfAbsent(stream.id(), first -> new ArrayList<>())
                            .add(watch);
                    spans.merge(stream.id(), reach, (one, other) -> one.compareTo(other) >= 0 ? one : other);
                }));
        var asked = spans.entrySet().stream()
                .map(one -> new Asked(one.getKey(), one.getValue().plusNanos(1_000), null))
                .toList();
        Map<GroupWatch, List<Missed>> missed = new LinkedHashMap<>();
        past.read(
                asked,
                storedBefore,
                (stream, micros, value, storedAt, late) -> (late ? NOBODY : listening.getOrDefault(stream, NOBODY))
                        .forEach(watch -> hear(missed, watch, storedAt, new Heard(stream, micros, value))));
        var said = new ArrayList<GroupSaid>();
        behind.forEach(watch -> said.addAll(watch.catchUp(missed.getOrDefault(watch, List.of()))));
        return said;
    }

    private record Heard(long stream, long micros, double value) {}

    private static void hear(Map<GroupWatch, List<Missed>> missed, GroupWatch watch, Instant storedAt, Heard heard) {
        var stream = watch.members().get(heard.stream());
        if (stream != null && storedAt.isAfter(watch.knownAt())) {
            var report = Report.measured(watch.member(stream), heard.micros(), heard.value());
            missed.computeIfAbsent(watch, first -> new ArrayList<>()).add(new Missed(storedAt, report));
        }
    }
}
