package io.chengyun.platform.intake.duplicates;

import io.chengyun.platform.intake.duplicates.Duplicate.Kind;
import io.chengyun.platform.intake.duplicates.Duplicate.Reason;
import io.chengyun.platform.intake.duplicates.DuplicatePolicy.Reach;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides how likely a request repeats another (查重规则). Values in, a score with its reasons out. */
final class DuplicateRules {

    private static final double MILLIS_AN_HOUR = 3_600_000.0;

    private final DuplicatePolicy policy;

    DuplicateRules(DuplicatePolicy policy) {
        this.policy = policy;
    }

    /**
     * A matter that is open, seen from one of its requests (在办事项).
     *
     * @param asked how many asked for the matter
     * @param lastAsked since the newest of them
     */
    record Matter(Trace trace, @Nullable String caseId, int asked, Duration lastAsked) {}

    /** Odds so far, and why. */
    record Weighed(double logOdds, List<Reason> reasons) {

        double score() {
            return 1 / (1 + Math.exp(-logOdds));
        }
    }

    Reach reach(Trace request) {
        return policy.reach(request.service());
    }

    /** How far back matters count for a request at all. */
    Duration farthest(Trace request) {
        double windows = policy.weights().farthest();
        return Duration.ofMillis((long) (reach(request).window().toMillis() * windows));
    }

    /** By place, class, time and number; empty where place or class already tell them apart. */
    Optional<Weighed> weigh(Trace request, Matter matter) {
        var reasons = new ArrayList<Reason>();
        var place = place(request, matter.trace(), reasons);
        var relation = relation(request, matter.trace(), reasons);
        if (place.isEmpty() || relation.isEmpty() || matter.lastAsked().compareTo(farthest(request)) > 0) {
            return Optional.empty();
        }
        var weights = policy.weights();
        double millis = Math.max(0, matter.lastAsked().toMillis());
        double age = weights.age(millis / reach(request).window().toMillis());
        reasons.add(new Reason(Kind.HOURS_SINCE, millis / MILLIS_AN_HOUR));
        reasons.add(new Reason(Kind.ASKED_BEFORE, matter.asked()));
        double odds = place.get() + relation.get() + age + weights.asked() * Math.log(matter.asked());
        return Optional.of(new Weighed(odds, List.copyOf(reasons)));
    }

    /** With what the words mean beside each other: 1 for the same words. */
    Weighed withMeaning(Weighed weighed, double likeness) {
        var meaning = policy.weights().meaning();
        var reasons = new ArrayList<>(weighed.reasons());
        reasons.add(new Reason(likeness >= meaning.middle() ? Kind.LIKE_WORDS : Kind.OTHER_WORDS, likeness));
        double odds = weighed.logOdds() + meaning.weight() * (likeness - meaning.middle());
        return new Weighed(odds, List.copyOf(reasons));
    }

    /** Two doors are two places, however near each other and however alike the words: a person may merge them, the house does not. */
    Duplicate duplicate(Trace request, Matter matter, Weighed weighed) {
        boolean otherDoor = weighed.reasons().stream().anyMatch(reason -> reason.kind() == Kind.OTHER_DOOR);
        return new Duplicate(
                matter.trace().id(),
                matter.caseId(),
                weighed.score(),
                matter.asked(),
                !otherDoor && weighed.score() >= reach(request).merge(),
                weighed.reasons());
    }

    private Optional<Double> place(Trace one, Trace other, List<Reason> reasons) {
        var place = policy.weights().place();
        var code = one.addressCode();
        if (code != null && code.equals(other.addressCode())) {
            reasons.add(new Reason(Kind.SAME_ADDRESS, 0));
            return Optional.of(place.sameAddress());
        }
        double most = reach(one).metres();
        double metres = one.metresTo(other);
        if (!one.exact() || !other.exact() || metres > most) {
            return Optional.empty();
        }
        boolean bothSay = code != null && other.addressCode() != null;
        reasons.add(new Reason(bothSay ? Kind.OTHER_DOOR : Kind.NEAR, metres));
        return Optional.of(bothSay ? place.otherDoor() : place.near() + (place.edge() - place.near()) * metres / most);
    }

    private Optional<Double> relation(Trace one, Trace other, List<Reason> reasons) {
        var relation = policy.weights().relation();
        if (one.service().equals(other.service())) {
            reasons.add(new Reason(Kind.SAME_CLASS, 0));
            return Optional.of(relation.same());
        }
        var major = one.major();
        if (major == null || other.major() == null) {
            reasons.add(new Reason(Kind.UNSORTED_CLASS, 0));
            return Optional.of(relation.unsorted());
        }
        if (major.equals(other.major())) {
            reasons.add(new Reason(Kind.KINDRED_CLASS, 0));
            return Optional.of(relation.kindred());
        }
        return Optional.empty();
    }
}
