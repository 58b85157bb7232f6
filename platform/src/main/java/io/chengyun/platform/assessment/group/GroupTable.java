package io.chengyun.platform.assessment.group;

import io.chengyun.platform.assessment.group.GroupWatch.Key;
import io.chengyun.platform.assessment.group.GroupWatch.Memory;
import io.chengyun.platform.scenario.GroupSpec.Over;
import io.chengyun.platform.scenario.Scenario;
import io.chengyun.platform.scenario.Scenarios;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.Sensing;
import io.chengyun.rules.group.Member;
import io.chengyun.rules.group.Report;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All groups under watch, and which stream sits in which (群体表). Guarded by {@link Groups}. */
@Component
class GroupTable {

    private final Scenarios scenarios;
    private final Sensing sensing;
    private final Whereabouts whereabouts;
    private final GroupSettings settings;
    private final Map<String, List<AppliedGroup>> rules = new HashMap<>();
    private final Set<String> valued = new HashSet<>();
    private final Map<Key, GroupWatch> watches = new LinkedHashMap<>();
    private final Map<Long, GroupWatch> byNumber = new HashMap<>();
    private final Map<Long, Seats> seats = new HashMap<>();
    private final Map<AppliedGroup, Neighbourhoods> around = new HashMap<>();
    private Map<Key, Memory> remembered = Map.of();

    GroupTable(Scenarios scenarios, Sensing sensing, Whereabouts whereabouts, GroupSettings settings) {
        this.scenarios = scenarios;
        this.sensing = sensing;
        this.whereabouts = whereabouts;
        this.settings = settings;
    }

    /** A stream's place in a group (席位). */
    record Seat(GroupWatch watch, Member member) {}

    /** The places of a stream on one day. */
    private record Seats(Datastream stream, LocalDate on, List<Seat> list) {}

    long edition() {
        return scenarios.edition();
    }

    /** Makes all groups anew of the rules and streams of now, with what was remembered of them. */
    void build(Map<Key, Memory> memories, Instant now) {
        rules.clear();
        valued.clear();
        watches.clear();
        byNumber.clear();
        seats.clear();
        around.clear();
        remembered = memories;
        scenarios.list().forEach(this::take);
        var streams = sensing.listStreams().stream().filter(this::isJudged).toList();
        streams.forEach(this::join);
        streams.forEach(stream -> seat(stream, day(now)));
    }

    private void take(Scenario scenario) {
        for (var spec : scenario.groups()) {
            var applied = new AppliedGroup(scenario.id(), spec);
            var properties = new HashSet<String>();
            for (var topic : spec.rule().topics()) {
                var rule = Report.ruleOf(topic);
                properties.add(rule.isEmpty() ? topic : scenario.rule(rule).property());
                if (rule.isEmpty()) {
                    valued.add(topic);
                }
            }
            properties.forEach(one ->
                    rules.computeIfAbsent(one, first -> new ArrayList<>()).add(applied));
            if (spec.over().kind() == Over.Kind.RADIUS) {
                around.put(applied, new Neighbourhoods(spec.over().metres(), settings.nearest()));
            }
        }
    }

    /** Whether a rule hears what the stream observes. */
    boolean hearsValuesOf(Datastream stream) {
        return valued.contains(stream.property()) && stream.position() != null;
    }

    /** Whether there is a rule of this key. */
    boolean judgesBy(String key) {
        return rules.values().stream()
                .flatMap(List::stream)
                .anyMatch(rule -> rule.key().equals(key));
    }

    /** Whether a rule hears the stream at all. */
    boolean isJudged(Datastream stream) {
        return rules.containsKey(stream.property()) && stream.position() != null;
    }

    Collection<GroupWatch> watches() {
        return watches.values();
    }

    @Nullable
    GroupWatch find(long number) {
        return byNumber.get(number);
    }

    /** Where a stream sits by the boundaries of the moment's day. */
    List<Seat> seats(Datastream stream, Instant at) {
        var held = seats.get(stream.id());
        var on = day(at);
        if (held != null && held.on().equals(on) && held.stream().equals(stream)) {
            return held.list();
        }
        var others = join(stream);
        others.forEach(other -> seat(other, on));
        return seat(stream, on);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone());
    }

    private ZoneId zone() {
        return whereabouts.zone();
    }

    /** Takes a stream into the neighbourhoods; the others whose seats this changes. */
    private Set<Datastream> join(Datastream stream) {
        var changed = new LinkedHashSet<Datastream>();
        for (var rule : rules.getOrDefault(stream.property(), List.of())) {
            var near = around.get(rule);
            if (near != null) {
                near.join(stream.id(), Objects.requireNonNull(stream.position()))
                        .forEach(other -> {
                            var theirs = seats.get(other);
                            if (theirs != null) {
                                changed.add(theirs.stream());
                            }
                        });
            }
        }
        return changed;
    }

    private List<Seat> seat(Datastream stream, LocalDate on) {
        unseat(stream.id());
        var placement = whereabouts.find(stream.position(), on).orElse(null);
        var list = new ArrayList<Seat>();
        for (var rule : rules.getOrDefault(stream.property(), List.of())) {
            for (var place : Grouping.places(rule.spec().over(), stream, placement, around.get(rule))) {
                var watch = watch(rule, place);
                watch.members().put(stream.id(), stream);
                list.add(new Seat(watch, watch.member(stream)));
            }
        }
        seats.put(stream.id(), new Seats(stream, on, list));
        return list;
    }

    private GroupWatch watch(AppliedGroup rule, String place) {
        var key = new Key(rule.key(), place);
        var watch = watches.get(key);
        if (watch == null) {
            watch = new GroupWatch(watches.size(), rule, key, remembered.getOrDefault(key, Memory.NONE));
            watches.put(key, watch);
            byNumber.put(watch.number(), watch);
        }
        return watch;
    }

    private void unseat(long stream) {
        var before = seats.remove(stream);
        if (before != null) {
            before.list().forEach(seat -> seat.watch().members().remove(stream));
        }
    }

    /** Takes out a stream that is no more. */
    void remove(long stream, Instant now) {
        var before = seats.get(stream);
        unseat(stream);
        if (before != null) {
            around.values()
                    .forEach(near -> near.leave(stream).forEach(other -> {
                        var theirs = seats.get(other);
                        if (theirs != null) {
                            seat(theirs.stream(), day(now));
                        }
                    }));
        }
    }
}
