package io.chengyun.platform.assessment;

import io.chengyun.platform.assessment.StreamWatch.Said;
import io.chengyun.platform.assessment.group.AppliedGroup;
import io.chengyun.platform.assessment.group.GroupSaid;
import io.chengyun.platform.assessment.group.Groups;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.quality.Flag;
import io.chengyun.platform.sensing.quality.QualityFlags;
import io.chengyun.rules.Finding;
import io.chengyun.rules.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What becomes of what rules find (判定去向), in the caller's transaction: a signal if the rule watches a danger, a flag
 * if it doubts the device, nothing while somebody works on that.
 */
@Component
class Findings {

    private final Signaller signaller;
    private final QualityFlags flags;
    private final Hush hush;

    Findings(Signaller signaller, QualityFlags flags, Hush hush) {
        this.signaller = signaller;
        this.flags = flags;
        this.hush = hush;
    }

    /** Whether it was said, and not kept back because somebody works there. */
    boolean give(Datastream stream, Said said) {
        if (hush.keepsBack(stream, said)) {
            return false;
        }
        var flag = said.rule().spec().flag();
        if (flag == null) {
            signaller.give(stream, said);
        } else if (said.finding().state() == Finding.State.GRADED) {
            flags.flag(stream, doubted(said), quality(flag), said.rule().name());
        }
        return true;
    }

    void give(GroupSaid said) {
        var flag = said.rule().spec().flag();
        if (flag == null) {
            signaller.give(said);
        } else if (said.finding().finding().state() == Finding.State.GRADED) {
            said.finding()
                    .witnesses()
                    .forEach(witness -> said.streams().stream()
                            .filter(stream -> stream.id() == witness.stream())
                            .forEach(stream -> flags.flag(
                                    stream,
                                    witness.at(),
                                    quality(flag),
                                    said.rule().name())));
        }
    }

    /** The observations of which the rule speaks. */
    private static List<Instant> doubted(Said said) {
        var finding = said.finding();
        boolean all = said.rule().rule().hindsight() && !finding.evidence().isEmpty();
        return all ? finding.evidence() : List.of(finding.at());
    }

    private static Flag quality(io.chengyun.rules.Flag flag) {
        return switch (flag) {
            case STUCK -> Flag.STUCK;
            case SPIKE -> Flag.SPIKE;
            case DRIFT -> Flag.DRIFT;
            case RANGE -> Flag.OUT_OF_RANGE;
            case SKEW -> Flag.CLOCK_SKEW;
        };
    }

    /** Takes back what rules said last of streams, or of groups of them, that they judge no more. */
    void takeBack(Collection<Voice> orphans, Collection<Groups.Orphan> rulesOverSeveral) {
        hush.forget(orphans);
        signaller.withdraw(orphans);
        rulesOverSeveral.forEach(signaller::withdraw);
    }

    /** Takes back what rules said of places where a stream stands no more, and says of where it stands what still holds. */
    void move(Datastream stream) {
        var anew = signaller.withdrawElsewhere(stream);
        hush.move(stream, anew).forEach(signaller::say);
    }

    /**
     * From when a stream must be judged anew after a correction: from where what stood at that time began, and so much
     * earlier that a danger which must last has lasted.
     */
    Instant since(StreamWatch watch, Instant corrected) {
        var longest = watch.rules().stream()
                .flatMap(rule -> rule.rule().ladder().stream())
                .map(Limit::minimum)
                .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) >= 0 ? one : other);
        return signaller.listStanding(voices(watch), corrected).stream()
                .flatMap(signal -> Stream.concat(Stream.of(signal.at()), signal.evidence().stream()))
                .reduce(corrected, (one, other) -> one.isBefore(other) ? one : other)
                .minus(longest)
                .minus(watch.stream().interval().multipliedBy(2));
    }

    /** What rules would have said last, had they heard the corrected observations, where that is not what they did say. */
    List<Said> changed(StreamWatch watch, List<Said> said) {
        var last = new HashMap<AppliedRule, Said>();
        said.forEach(one -> last.put(one.rule(), one));
        hush.forget(voices(watch));
        var flagged = said.stream().filter(one -> one.rule().spec().danger() == null);
        var changed = watch.rules().stream()
                .filter(rule -> rule.spec().danger() != null)
                .flatMap(rule -> signaller.changed(rule, watch.stream().id(), last.get(rule)).stream());
        return Stream.concat(flagged, changed).toList();
    }

    private static List<Voice> voices(StreamWatch watch) {
        return watch.rules().stream()
                .map(rule -> rule.voice(watch.stream().id()))
                .toList();
    }

    /** Tells the journal of which rules how many streams learn anew. */
    void relearnt(Map<RuleStanding, Integer> streams, Map<AppliedGroup, Integer> members) {
        streams.forEach(signaller::relearnt);
        members.forEach((rule, count) -> signaller.relearnt(
                new RuleStanding(rule.scenario(), rule.spec().id(), rule.spec().version(), false, null), count));
    }
}
