package io.chengyun.platform.assessment.whatif;

import io.chengyun.platform.assessment.group.Grouping;
import io.chengyun.platform.assessment.group.Grouping.Placed;
import io.chengyun.platform.assessment.whatif.Trial.Frame;
import io.chengyun.platform.scenario.GroupSpec;
import io.chengyun.platform.scenario.RuleSpec;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.PastObservations;
import io.chengyun.rules.group.GroupFinding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A draft of a rule over several streams, and the version in force beside it, on the same observations (群体试算). The groups
 * are those of the first day; what rules of single streams say, which it may listen to, is what they would say now.
 */
final class GroupTrial implements Tried {

    private final Frame frame;
    private final TriedGroups draft;
    private final @Nullable TriedGroups active;
    private final Map<Long, List<Placed>> placed;
    private final Map<Long, Sketch> sketches = new HashMap<>();
    private final Map<Long, Integer> decided = new HashMap<>();
    private final List<TrialResult.One> findings = new ArrayList<>();
    private long observations;

    /**
     * @param rules of single streams, by id
     */
    GroupTrial(
            GroupSpec draft,
            @Nullable GroupSpec active,
            Frame frame,
            Function<String, RuleSpec> rules,
            Grouping grouping) {
        this.frame = frame;
        this.placed = grouping.of(draft.over(), frame.streams(), frame.from());
        this.draft = new TriedGroups(draft, placed, frame, rules);
        this.active = active == null
                ? null
                : new TriedGroups(active, grouping.of(active.over(), frame.streams(), frame.from()), frame, rules);
        var period = frame.period();
        frame.streams().forEach(stream -> sketches.put(stream.id(), new Sketch(stream, period)));
    }

    @Override
    public Instant readFrom() {
        var ours = draft.reach();
        var theirs = active == null ? Duration.ZERO : active.reach();
        return frame.from().minus(ours.compareTo(theirs) > 0 ? ours : theirs);
    }

    @Override
    public boolean byTime() {
        return true;
    }

    @Override
    public void on(long stream, long micros, double value) {
        observations++;
        draft.on(stream, micros, value, this::hear);
        if (active != null) {
            active.on(stream, micros, value, finding -> {});
        }
        if (micros >= PastObservations.micros(frame.from())) {
            var sketch = sketches.get(stream);
            if (sketch != null) {
                sketch.on(micros, value);
            }
        }
    }

    private void hear(GroupFinding said) {
        said.witnesses().forEach(witness -> decided.merge(witness.stream(), 1, Integer::sum));
        if (findings.size() < frame.settings().findings()) {
            var speaker = speaker(said);
            findings.add(new TrialResult.One(speaker.id(), speaker.thingName(), said.finding()));
        }
    }

    /** Of the streams of a group the one that decided last stands for all, as it does in a signal. */
    private Datastream speaker(GroupFinding said) {
        var witnesses = said.witnesses();
        long last = witnesses.isEmpty() ? -1 : witnesses.get(witnesses.size() - 1).stream();
        return frame.streams().stream()
                .filter(stream -> stream.id() == last)
                .findFirst()
                .orElseGet(() -> frame.streams().get(0));
    }

    @Override
    public TrialResult result(Instant passed) {
        draft.end(passed, this::hear);
        if (active != null) {
            active.end(passed, finding -> {});
        }
        var rule = draft.spec().rule();
        int judged = (int)
                placed.values().stream().filter(places -> !places.isEmpty()).count();
        var period = Duration.between(frame.from(), frame.until());
        findings.sort(
                (one, other) -> one.finding().at().compareTo(other.finding().at()));
        return new TrialResult(
                new TrialResult.Read(
                        rule.sentence(),
                        rule.sentenceEn(),
                        judged,
                        frame.streams().size() - judged,
                        observations),
                draft.said(period),
                active == null ? null : active.said(period),
                findings,
                chart(),
                List.of());
    }

    private TrialResult.Chart chart() {
        long most = decided.isEmpty()
                ? frame.streams().get(0).id()
                : Collections.max(
                                decided.entrySet(),
                                Map.Entry.<Long, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                        .getKey();
        var sketch = sketches.getOrDefault(most, new Sketch(frame.streams().get(0), frame.period()));
        return sketch.chart();
    }
}
