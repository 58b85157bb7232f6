package io.chengyun.platform.assessment.whatif;

import io.chengyun.platform.assessment.whatif.TrialResult.One;
import io.chengyun.platform.assessment.whatif.TriedStream.Period;
import io.chengyun.platform.scenario.RuleSpec;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.rules.Finding;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A draft of a rule, and the version in force beside it, on the same observations (试算). Values in, values out. */
final class Trial implements Tried {

    private final Frame frame;
    private final Side draft;
    private final @Nullable Side active;
    private final List<One> findings = new ArrayList<>();
    private long observations;

    /** What is tried on: the streams, and from when until when. */
    record Frame(List<Datastream> streams, Instant from, Instant until, ZoneId zone, TrialSettings settings) {

        Period period() {
            return Period.of(from, until, settings.buckets());
        }
    }

    /** One version with what it made of each stream. */
    private record Side(RuleSpec spec, Tally tally, Map<Long, TriedStream> streams) {

        static Side of(RuleSpec spec, Frame frame) {
            var streams = new LinkedHashMap<Long, TriedStream>();
            for (var stream : frame.streams()) {
                spec.rule()
                        .every(stream.interval())
                        .ifPresent(rule -> streams.put(stream.id(), new TriedStream(stream, rule, frame.period())));
            }
            return new Side(spec, new Tally(frame.zone()), streams);
        }

        void on(long stream, long micros, double value, TriedStream.Ear ear) {
            var tried = streams.get(stream);
            if (tried != null) {
                tried.on(micros, value, ear);
            }
        }

        void end(Instant at, TriedStream.Ear ear) {
            streams.values().forEach(tried -> tried.end(at, ear));
        }
    }

    Trial(RuleSpec draft, @Nullable RuleSpec active, Frame frame) {
        this.frame = frame;
        this.draft = Side.of(draft, frame);
        this.active = active == null ? null : Side.of(active, frame);
    }

    @Override
    public Instant readFrom() {
        var longest = Duration.ZERO;
        for (var side : active == null ? List.of(draft) : List.of(draft, active)) {
            for (var needed :
                    List.of(side.spec().rule().lookback(), side.spec().rule().learnsFrom())) {
                longest = needed.compareTo(longest) > 0 ? needed : longest;
            }
        }
        return frame.from().minus(longest);
    }

    @Override
    public boolean byTime() {
        return false;
    }

    @Override
    public void on(long stream, long micros, double value) {
        observations++;
        draft.on(stream, micros, value, this::hear);
        if (active != null) {
            active.on(stream, micros, value, (of, finding) -> active.tally().count(finding));
        }
    }

    private void hear(Datastream stream, Finding finding) {
        draft.tally().count(finding);
        if (findings.size() < frame.settings().findings()) {
            findings.add(new One(stream.id(), stream.thingName(), finding));
        }
    }

    @Override
    public TrialResult result(Instant passed) {
        draft.end(passed, this::hear);
        if (active != null) {
            active.end(passed, (of, finding) -> active.tally().count(finding));
        }
        var rule = draft.spec().rule();
        int judged = draft.streams().size();
        var period = Duration.between(frame.from(), frame.until());
        return new TrialResult(
                new TrialResult.Read(
                        rule.sentence(),
                        rule.sentenceEn(),
                        judged,
                        frame.streams().size() - judged,
                        observations),
                draft.tally().said(draft.spec().version(), period),
                active == null ? null : active.tally().said(active.spec().version(), period),
                findings,
                chart(),
                rule.limitsValues() ? rule.ladder() : List.of());
    }

    private TrialResult.Chart chart() {
        var first = frame.streams().get(0);
        return draft.streams().values().stream()
                .max(Comparator.comparingInt(TriedStream::said))
                .map(TriedStream::chart)
                .orElseGet(() -> new TrialResult.Chart(first.id(), first.thingName(), first.unit(), List.of()));
    }
}
