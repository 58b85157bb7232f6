package io.chengyun.platform.assessment;

import io.chengyun.kernel.Ids;
import io.chengyun.platform.assessment.StreamWatch.Said;
import io.chengyun.platform.assessment.group.GroupSaid;
import io.chengyun.platform.assessment.group.Groups;
import io.chengyun.platform.assessment.group.Whereabouts;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.place.Placement;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.rules.Finding;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives signals (发信号): puts a finding in its place, keeps it and tells the journal, in the caller's transaction. */
@Component
class Signaller {

    private static final Logger LOG = LoggerFactory.getLogger(Signaller.class);

    private final SignalStore store;
    private final Journal journal;
    private final Whereabouts whereabouts;
    private final Ids ids;
    private final Clock clock;

    Signaller(SignalStore store, Journal journal, Whereabouts whereabouts, Ids ids, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.whereabouts = whereabouts;
        this.ids = ids;
        this.clock = clock;
    }

    void give(Datastream stream, Said said) {
        draft(stream, said).ifPresent(this::say);
    }

    /** The signal as it would be given; none where there is nobody to give it to. */
    Optional<Signal> draft(Datastream stream, Said said) {
        return draft(said.rule().origin(), said.finding(), stream, null);
    }

    /** Of the streams of a group the one that decided last stands for all. */
    void give(GroupSaid said) {
        var streams = said.streams();
        var spec = said.rule().spec();
        var finding = said.finding().finding();
        if (streams.isEmpty()) {
            LOG.error(
                    "group {} has no stream any more: nobody is told '{}'",
                    said.place(),
                    finding.reading().sentenceEn());
            return;
        }
        var danger = Objects.requireNonNull(spec.danger(), spec.id());
        var scope = new Signal.Scope(
                spec.over().kind().name().toLowerCase(Locale.ROOT),
                said.place(),
                streams.stream().map(Datastream::id).toList());
        draft(
                        new Signal.Origin(said.rule().scenario(), spec.id(), spec.version(), danger),
                        finding,
                        streams.get(streams.size() - 1),
                        scope)
                .ifPresent(this::say);
    }

    private Optional<Signal> draft(
            Signal.Origin origin, Finding finding, Datastream stream, Signal.@Nullable Scope scope) {
        var placement = whereabouts.find(stream.position(), finding.at());
        if (placement.isEmpty()) {
            // A thing may be left outside when boundaries change; its observations must still be stored.
            LOG.error(
                    "stream {} stands in no town: '{}' is signalled to nobody",
                    stream.id(),
                    finding.reading().sentenceEn());
        }
        return placement.map(place -> signal(origin, finding, source(stream, place, scope)));
    }

    /** Whether it differs from what its rule said last of the stream; that nothing is wrong is no news to begin with. */
    boolean isNews(Signal signal) {
        return store.listLast(List.of(Voice.of(signal))).stream()
                .findFirst()
                .map(last -> last.state() != signal.state() || last.grade() != signal.grade())
                .orElse(signal.state() != Signal.State.EASED);
    }

    /** What of these said last, of what was before a time, that not all is well. */
    List<Signal> listStanding(Collection<Voice> voices, Instant before) {
        return store.listLast(voices, before).stream()
                .filter(last -> last.state() != Signal.State.EASED)
                .toList();
    }

    /**
     * What a rule has to say after a correction: what it finds now where it said otherwise, or that nothing is left of it.
     *
     * @param found what it finds last; null when it finds nothing
     */
    Optional<Said> changed(AppliedRule rule, long stream, @Nullable Said found) {
        var said = store.listLast(List.of(rule.voice(stream))).stream().findFirst();
        var before = said.map(Signal::state).orElse(Signal.State.EASED);
        if (found == null) {
            return said.filter(last -> before != Signal.State.EASED).map(last -> new Said(rule, nothingLeft(last)));
        }
        var finding = found.finding();
        boolean same = state(finding.state()) == before
                && finding.grade() == said.map(Signal::grade).orElse(null);
        // not older than what it takes back: who follows signals lets nothing older undo what is newer
        var at = said.map(Signal::at).filter(finding.at()::isBefore).orElse(finding.at());
        return same
                ? Optional.empty()
                : Optional.of(new Said(
                        rule,
                        new Finding(finding.state(), finding.grade(), finding.reading(), at, finding.evidence())));
    }

    private static Finding nothingLeft(Signal last) {
        var measure = last.measure();
        var reading = new Finding.Reading(
                measure.value(),
                measure.unit(),
                "观测已更正，此前的判定撤回（" + measure.sentence() + "）",
                "taken back, as observations were corrected: " + measure.sentenceEn());
        return new Finding(Finding.State.EASED, null, reading, last.at(), List.of(last.at()));
    }

    /** Takes back what rules said last of streams that they judge no more: nobody else would ever say that it is over. */
    void withdraw(Collection<Voice> voices) {
        withdraw(store.listLast(voices));
    }

    /** The same of a rule over several streams. */
    void withdraw(Groups.Orphan rule) {
        withdraw(store.listLastOfGroups(rule.scenario(), rule.rule()));
    }

    /**
     * Takes back what rules said of a stream in towns where it stands no more.
     *
     * @return what of this was a rule's last word, to be said of where the stream stands now; oldest first
     */
    List<Signal> withdrawElsewhere(Datastream stream) {
        var here = whereabouts.find(stream.position(), clock.instant()).map(Placement::town);
        var heard = new HashSet<Voice>();
        var anew = new ArrayList<Signal>();
        for (var last : store.listLastByTown(stream.id())) {
            boolean isLastWord = heard.add(Voice.of(last));
            boolean isElsewhere = here.filter(last.source().town()::equals).isEmpty();
            if (isElsewhere && last.state() != Signal.State.EASED) {
                // of the same time as what it takes back, so that a device may come back the same day and be heard
                say(withdrawn(last, last.at(), new String[] {"设备已迁往别处", "as the device stands elsewhere now"}));
                if (isLastWord) {
                    placed(last, stream).ifPresent(anew::add);
                }
            }
        }
        Collections.reverse(anew);
        return anew;
    }

    /** The same, said of where the stream stands now; none where there is nobody to say it to. */
    Optional<Signal> placed(Signal said, Datastream stream) {
        return whereabouts
                .find(stream.position(), clock.instant())
                .map(place -> new Signal(
                        ids.next("s"),
                        said.origin(),
                        source(stream, place, null),
                        said.state(),
                        said.grade(),
                        said.measure(),
                        said.at(),
                        said.evidence()));
    }

    private void withdraw(List<Signal> lastSaid) {
        var now = clock.instant();
        var why = new String[] {"规则或设备已更换、停用", "as the rule or the device was changed or withdrawn"};
        lastSaid.stream()
                .filter(last -> last.state() != Signal.State.EASED)
                .map(last -> withdrawn(last, now.isAfter(last.at()) ? now : last.at(), why))
                .forEach(this::say);
    }

    /**
     * @param why in Chinese and in English
     */
    private Signal withdrawn(Signal last, Instant at, String[] why) {
        var measure = last.measure();
        return new Signal(
                ids.next("s"),
                last.origin(),
                last.source(),
                Signal.State.EASED,
                null,
                new Signal.Measure(
                        measure.value(),
                        measure.unit(),
                        why[0] + "，此前的判定撤回（" + measure.sentence() + "）",
                        "taken back, " + why[1] + ": " + measure.sentenceEn()),
                at,
                List.of(last.at()));
    }

    private static Signal.Source source(Datastream stream, Placement placement, Signal.@Nullable Scope scope) {
        var position = Objects.requireNonNull(stream.position(), "what stands nowhere has no placement");
        return new Signal.Source(
                stream.id(),
                stream.thingName(),
                stream.property(),
                placement.town(),
                placement.grid(),
                position.lon(),
                position.lat(),
                scope);
    }

    private Signal signal(Signal.Origin origin, Finding finding, Signal.Source source) {
        var reading = finding.reading();
        return new Signal(
                ids.next("s"),
                origin,
                source,
                state(finding.state()),
                finding.grade(),
                new Signal.Measure(reading.value(), reading.unit(), reading.sentence(), reading.sentenceEn()),
                finding.at(),
                finding.evidence());
    }

    private static Signal.State state(Finding.State state) {
        return switch (state) {
            case GRADED -> Signal.State.GRADED;
            case EASED -> Signal.State.EASED;
            case UNKNOWN -> Signal.State.UNKNOWN;
        };
    }

    /** Keeps a signal and tells the journal. */
    void say(Signal signal) {
        var now = clock.instant();
        boolean advisory = store.save(signal, now);
        journal.append(advisory ? new SignalEvent.Advised(signal, now) : new SignalEvent.Given(signal, now));
    }

    /** Tells the journal that a rule has to learn anew. */
    void relearnt(RuleStanding standing, int streams) {
        journal.append(new RuleEvent.Relearnt(standing, streams, clock.instant()));
    }
}
