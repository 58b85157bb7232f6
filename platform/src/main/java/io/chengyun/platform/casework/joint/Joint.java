package io.chengyun.platform.casework.joint;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.casework.clock.Countdown;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Several organisations handling one case (联合处置): the holder leads, each other has a part with a clock of its own.
 *
 * @param policy when the lead may hand the whole in
 * @param needed how many parts have to be done for that
 * @param parts in the order in which the organisations were named, each once
 */
public record Joint(Policy policy, int needed, List<Part> parts) {

    private static final int MOST = 20;

    public Joint {
        parts = List.copyOf(parts);
    }

    /**
     * How several organisations shall handle it together (会办方式).
     *
     * @param organisations codes of those that help the one who holds the case
     * @param needed how many parts have to be done; only with {@code N_OF_M}
     */
    public record Sharing(
            @Nullable List<String> organisations,
            @Nullable Policy policy,
            @Nullable Integer needed) {

        public static final Sharing NOTHING = new Sharing(null, null, null);

        public Sharing {
            organisations = organisations == null ? List.of() : List.copyOf(organisations);
        }

        public List<String> helpers() {
            return organisations == null ? List.of() : organisations;
        }
    }

    /** When parts make a whole (会签规则). */
    public enum Policy {
        /** 全部办结: every part that was not declined. */
        ALL,
        /** 任一办结. */
        ANY,
        /** 多数办结: so many of them. */
        N_OF_M,
        /** 牵头决定: the lead decides alone; the others' parts end with the lead's. */
        LEAD_DECIDES
    }

    /**
     * One organisation's part (分办任务).
     *
     * @param clock stops when the part ends
     * @param by staff id of who ended it; null while it is open
     * @param note what was said at its end
     */
    public record Part(
            String organisation,
            Status status,
            Countdown clock,
            @Nullable String by,
            @Nullable String note) {

        /** Ended by that person, with what they said; its clock stops. */
        public Part ended(Status how, String person, @Nullable String said, Instant at) {
            return new Part(organisation, how, clock.paused(at), person, said);
        }

        public Part told(int levels) {
            return new Part(organisation, status, clock.told(levels), by, note);
        }

        public boolean open() {
            return status == Status.OPEN;
        }

        /** When somebody is told that its time is over; empty once that was done or the part ended. */
        public Optional<Instant> tellAt() {
            return open() && clock.told() == 0 ? Optional.of(clock.dueAt()) : Optional.empty();
        }
    }

    /** How a part stands (分办状态). */
    public enum Status {
        OPEN,
        DONE,
        /** 不予办理: not theirs, with reason and ground. */
        DECLINED
    }

    /** A new sharing; refuses what cannot be fulfilled. */
    public static Joint of(Sharing sharing, String lead, Countdown clock) {
        var named = sharing.helpers();
        if (named.size() > MOST || new HashSet<>(named).size() < named.size() || named.contains(lead)) {
            throw new Malformed(
                    "organisations", "name up to " + MOST + " organisations beside the holder " + lead + ", each once");
        }
        var policy = Objects.requireNonNull(sharing.policy(), "the policy was required before");
        var parts = named.stream()
                .map(each -> new Part(each, Status.OPEN, clock, null, null))
                .toList();
        return new Joint(policy, needed(policy, sharing.needed(), parts.size()), parts);
    }

    private static int needed(Policy policy, @Nullable Integer asked, int parts) {
        if (policy == Policy.N_OF_M && (asked == null || asked < 1 || asked > parts)) {
            throw new Malformed("needed", "say how many of the " + parts + " parts, 1 to " + parts);
        }
        return switch (policy) {
            case ALL -> parts;
            case ANY -> 1;
            case N_OF_M -> asked == null ? parts : asked;
            case LEAD_DECIDES -> 0;
        };
    }

    /** Whether the lead may hand the whole in: no more parts are awaited than can still come. */
    public boolean letsGo() {
        long done = parts.stream().filter(part -> part.status() == Status.DONE).count();
        long declined =
                parts.stream().filter(part -> part.status() == Status.DECLINED).count();
        long awaited = Math.min(needed, parts.size() - declined);
        return done >= awaited;
    }

    /** The open part of one of these organisations, if there is one. */
    public Optional<Part> openFor(Set<String> offices) {
        return parts.stream()
                .filter(part -> part.open() && offices.contains(part.organisation()))
                .findFirst();
    }

    /** When time next does something to a part. */
    public Optional<Instant> nextDueAt() {
        return parts.stream().flatMap(part -> part.tellAt().stream()).min(Instant::compareTo);
    }

    /** With this part as it is now. */
    public Joint with(Part changed) {
        return each(part -> part.organisation().equals(changed.organisation()) ? changed : part);
    }

    /** Every part that is open ends with the whole. */
    public Joint stopped(Instant at) {
        return each(part -> part.open()
                ? new Part(part.organisation(), part.status(), part.clock().paused(at), part.by(), part.note())
                : part);
    }

    /** With what was said at each part's end said otherwise. */
    public Joint saying(UnaryOperator<String> otherwise) {
        return each(part -> part.note() == null
                ? part
                : new Part(part.organisation(), part.status(), part.clock(), part.by(), otherwise.apply(part.note())));
    }

    private Joint each(UnaryOperator<Part> change) {
        return new Joint(policy, needed, parts.stream().map(change).toList());
    }
}
