package io.chengyun.platform.intake.duplicates;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.intake.IntakeRefusal;
import io.chengyun.platform.intake.duplicates.DuplicateRules.Matter;
import io.chengyun.platform.intake.duplicates.DuplicateRules.Weighed;
import io.chengyun.platform.intake.duplicates.Traces.Known;
import io.chengyun.platform.place.Places;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Front door of duplicates (查重): which open matters a request probably repeats. Asked of the database, so nothing is lost by a restart. */
@Service
public class Duplicates {

    /** No more matters than these are read for what they mean. */
    private static final int READ = 8;

    private final Traces store;
    private final Meanings meanings;
    private final ZoneId zone;
    private final DuplicatePolicies policies;

    @Autowired
    Duplicates(
            TraceStore store,
            Meanings meanings,
            Places places,
            @Value("${chengyun.place.district:districts/minhang}") String district) {
        this(store, meanings, places.district().zone(), DuplicatePolicies.ofDistrict(Path.of(district)));
    }

    Duplicates(Traces store, Meanings meanings, ZoneId zone, DuplicatePolicies policies) {
        this.store = store;
        this.meanings = meanings;
        this.zone = zone;
        this.policies = policies;
    }

    /** What a person should be shown, likeliest first; what the request was merged into already is not in it. */
    public List<Duplicate> list(String request) {
        var known = store.find(request).orElseThrow(() -> new Refused(IntakeRefusal.ABSENT));
        return list(known);
    }

    /** The case into which the house merges the request's by itself, if it is likely enough. */
    public Optional<Duplicate> findToMerge(String request) {
        return toMerge(list(request));
    }

    /** The same of a request that is not kept yet. */
    Optional<Duplicate> findToMerge(Trace request) {
        return toMerge(list(new Known(request, null)));
    }

    private static Optional<Duplicate> toMerge(List<Duplicate> likely) {
        return likely.stream()
                .filter(one -> one.merges() && one.caseId() != null)
                .findFirst();
    }

    private List<Duplicate> list(Known known) {
        return rules(known.trace()).map(rules -> weigh(known, rules)).orElse(List.of());
    }

    private Optional<DuplicateRules> rules(Trace trace) {
        return policies.on(trace.at().atZone(zone).toLocalDate());
    }

    private List<Duplicate> weigh(Known known, DuplicateRules rules) {
        var request = known.trace();
        var reach = rules.reach(request);
        var since = request.at().minus(rules.farthest(request));
        Map<String, List<Known>> matters = new LinkedHashMap<>();
        for (var other : store.listBefore(request, since, reach.metres())) {
            var of = other.caseId();
            if (of == null || !of.equals(known.caseId())) {
                matters.computeIfAbsent(of == null ? other.trace().id() : of, any -> new ArrayList<>())
                        .add(other);
            }
        }
        var likely = new ArrayList<Likely>();
        matters.values().forEach(matter -> likeliest(request, matter, rules).ifPresent(likely::add));
        var likeliest = likely.stream()
                .sorted(Comparator.comparingDouble((Likely one) -> one.weighed().logOdds())
                        .reversed())
                .limit(READ)
                .toList();
        var likeness = meanings.likeness(
                request, likeliest.stream().map(one -> one.matter().trace()).toList());
        return likeliest.stream()
                .map(one -> rules.duplicate(request, one.matter(), read(one, likeness, rules)))
                .filter(one -> one.score() >= reach.suggest())
                .sorted(Comparator.comparingDouble(Duplicate::score).reversed())
                .toList();
    }

    private record Likely(Matter matter, Weighed weighed) {}

    /** Of a matter's requests, newest first, the one that is most like it. */
    private static Optional<Likely> likeliest(Trace request, List<Known> matter, DuplicateRules rules) {
        var lastAsked = Duration.between(matter.get(0).trace().at(), request.at());
        return matter.stream()
                .map(one -> new Matter(one.trace(), one.caseId(), matter.size(), lastAsked))
                .flatMap(one -> rules.weigh(request, one).map(weighed -> new Likely(one, weighed)).stream())
                .max(Comparator.comparingDouble(one -> one.weighed().logOdds()));
    }

    private static Weighed read(Likely one, Map<String, Double> likeness, DuplicateRules rules) {
        var like = likeness.get(one.matter().trace().id());
        return like == null ? one.weighed() : rules.withMeaning(one.weighed(), like);
    }
}
