package io.chengyun.platform.assessment;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.assessment.group.Groups;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.ObservationListener;
import io.chengyun.platform.sensing.PastObservations;
import io.chengyun.platform.sensing.StoredBatch;
import io.chengyun.platform.sensing.StoredBatch.Correction;
import io.chengyun.platform.sensing.StoredBatch.Reading;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Weighs what was observed, and what was not, by the scenarios' rules (研判), and gives signals. */
@Service
public class Assessment implements ObservationListener {

    private static final int DUE_AT_ONCE = 500;

    private final Watches watches;
    private final Groups groups;
    private final Findings findings;
    private final SignalStore signals;
    private final Clock clock;

    Assessment(Watches watches, Groups groups, Findings findings, SignalStore signals, Clock clock) {
        this.watches = watches;
        this.groups = groups;
        this.findings = findings;
        this.signals = signals;
        this.clock = clock;
        watches.accompany(groups::ended);
    }

    /** The newest signals, newest first. */
    public List<Signal> listSignals(int limit) {
        return signals.list(null, limit);
    }

    /** The newest signals of a town, or of all when it is null, newest first. */
    List<Signal> listSignals(@Nullable AreaCode town, int limit) {
        return signals.list(town, limit);
    }

    @Override
    public void onStored(StoredBatch stored) {
        open();
        var batch = watches.timely(stored);
        var learnt = new ArrayList<StreamWatch>(batch.series().size());
        var behind = new LinkedHashMap<StreamWatch, @Nullable Instant>();
        for (var series : batch.series()) {
            var watch = watches.get(series.stream());
            learnt.add(watch);
            if (watch.isBehind()) {
                behind.put(watch, series.readings().get(0).at());
            }
        }
        takeBack();
        var spoke = new LinkedHashSet<StreamWatch>();
        watches.catchUp(behind, batch.at(), (watch, said) -> tell(watch, said, spoke));
        for (int i = 0; i < learnt.size(); i++) {
            var watch = learnt.get(i);
            var readings = batch.series().get(i).readings();
            groups.hear(watch.stream(), readings);
            tell(watch, watch.on(readings, batch.at()), spoke);
        }
        groups.weigh(batch.at()).forEach(findings::give);
        note(learnt, spoke, batch.at());
    }

    @Override
    public void onCorrected(List<Correction> corrections) {
        open();
        var now = clock.instant();
        var judged = new LinkedHashSet<StreamWatch>();
        for (var one : corrections) {
            var touched = one.touched().stream().filter(watches::isNews).findFirst();
            var watch = watches.get(one.stream());
            if (touched.isPresent() && !watch.rules().isEmpty()) {
                judged.add(again(watch, earlier(touched.get(), one.newest()), now));
            }
        }
        groups.weigh(now).forEach(findings::give);
        watches.note(List.copyOf(judged), judged, now);
    }

    /** Where the newest observations went, what stood before them is the newest. */
    private static Instant earlier(Instant touched, @Nullable Reading newest) {
        return newest != null && newest.at().isBefore(touched) ? newest.at() : touched;
    }

    private StreamWatch again(StreamWatch watch, Instant touched, Instant now) {
        if (watch.isBehind()) {
            var behind = new HashMap<StreamWatch, @Nullable Instant>();
            behind.put(watch, null);
            watches.catchUp(behind, PastObservations.NO_END, (late, said) -> tell(late, said, new HashSet<>()));
        }
        var since = findings.since(watch, touched);
        return watches.again(
                watch, since, now, (anew, said) -> tell(anew, findings.changed(anew, said), new HashSet<>()));
    }

    /** When a stream falls silent next, if nothing comes; null when none can. */
    @Nullable
    Instant nextDueAt() {
        var streams = watches.nextDueAt();
        var next = groups.nextDueAt();
        return streams == null || (next != null && next.isBefore(streams)) ? next : streams;
    }

    /** Weighs streams that are due by the clock, a bounded number in the caller's transaction; whether there was one. */
    boolean weighDue() {
        open();
        var now = clock.instant();
        var due = watches.takeDue(now, DUE_AT_ONCE);
        var behind = new LinkedHashMap<StreamWatch, @Nullable Instant>();
        due.stream().filter(StreamWatch::isBehind).forEach(watch -> behind.put(watch, null));
        var spoke = new LinkedHashSet<StreamWatch>();
        watches.catchUp(behind, PastObservations.NO_END, (watch, said) -> tell(watch, said, spoke));
        due.forEach(watch -> tell(watch, watch.onTime(now), spoke));
        boolean groupsDue = groups.isDue(now);
        groups.weighDue(now).forEach(findings::give);
        note(due, spoke, now);
        return !due.isEmpty() || groupsDue;
    }

    /** Takes a stream that is no more from under watch: what its rules said last holds no more. */
    void remove(long stream) {
        open();
        watches.remove(stream);
        groups.remove(stream, clock.instant());
        takeBack();
    }

    /** Takes back what was said of where a stream stood, and says of where it stands now what still holds. */
    void move(Datastream stream) {
        if (stream.position() == null) {
            remove(stream.id());
        } else {
            open();
            findings.move(stream);
        }
    }

    private void open() {
        watches.open();
        groups.open(clock.instant());
        findings.relearnt(watches.takeRelearnt(), groups.takeRelearnt());
        takeBack();
    }

    private void takeBack() {
        findings.takeBack(watches.takeOrphans(), groups.takeOrphans());
    }

    private void tell(StreamWatch watch, List<StreamWatch.Said> said, Set<StreamWatch> spoke) {
        if (!said.isEmpty()) {
            for (var one : said) {
                if (findings.give(watch.stream(), one)) {
                    var rule = one.rule();
                    groups.hear(watch.stream(), rule.scenario(), rule.spec().id(), one.finding());
                }
            }
            spoke.add(watch);
        }
    }

    private void note(List<StreamWatch> learnt, Set<StreamWatch> spoke, Instant now) {
        var judged = learnt.stream().filter(watch -> !watch.rules().isEmpty()).toList();
        judged.stream().filter(StreamWatch::isUnwritten).forEach(spoke::add);
        watches.note(judged, spoke, now);
    }
}
