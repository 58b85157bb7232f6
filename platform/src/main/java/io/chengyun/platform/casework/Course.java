package io.chengyun.platform.casework;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.casework.CaseFile.Inspection;
import io.chengyun.platform.casework.CaseFile.Request;
import io.chengyun.platform.casework.CaseFile.Standard;
import io.chengyun.platform.casework.CaseFile.Tally;
import io.chengyun.platform.casework.CaseFile.Work;
import io.chengyun.platform.casework.errand.Errand;
import io.chengyun.platform.casework.joint.Joint;
import io.chengyun.platform.intake.PublicText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was done about a case so far (办案过程).
 *
 * @param standard the filing standard (立案标准) it was filed by; null before
 * @param work the dispatched work; null before dispatch and after a return
 * @param evidence ids of photos, oldest first
 * @param handlers staff ids of everybody who handled it, who may therefore not inspect it
 */
public record Course(
        @Nullable Standard standard,
        @Nullable Work work,
        Tally tally,
        Waiting waiting,
        List<String> evidence,
        List<String> handlers,
        Result result,
        Ties ties) {

    public Course {
        evidence = List.copyOf(evidence);
        handlers = List.copyOf(handlers);
    }

    /**
     * What it waits for (待批、挂账、待查).
     *
     * @param request what the department asked of the dispatcher and has no answer to; null if nothing
     * @param suspendedUntil when a suspension ends; null while it is not suspended
     * @param errand who was asked to look at it; null while nobody is to
     */
    public record Waiting(
            @Nullable Request request,
            @Nullable Instant suspendedUntil,
            @Nullable Errand errand) {

        static final Waiting FOR_NOTHING = new Waiting(null, null, null);
    }

    /**
     * What came of the handling (处置结果).
     *
     * @param inspection of the last round; null before
     * @param callBack of the last end; null while nobody was asked
     * @param contact of who asked; null where nobody did
     * @param effort of all parties in all rounds together; null while nobody said
     */
    public record Result(
            @Nullable Inspection inspection,
            @Nullable CallBack callBack,
            @Nullable FirstContact contact,
            @Nullable Effort effort) {}

    /**
     * 先行联系: whoever holds the case speaks to who asked.
     *
     * @param dueAt by when
     * @param at when it was done; null while it was not
     * @param by staff id of who did it; null while nobody did
     * @param missedAt when somebody was told that the limit had passed; null while nobody was
     */
    public record FirstContact(
            Instant dueAt,
            @Nullable Instant at,
            @Nullable String by,
            @Nullable Instant missedAt) {

        FirstContact made(String person, Instant when) {
            return new FirstContact(dueAt, when, person, missedAt);
        }

        FirstContact missed(Instant when) {
            return new FirstContact(dueAt, at, by, when);
        }
    }

    /**
     * What it cost in people's time and in way (投入), as those who handled it say.
     *
     * @param crewHours hours of all of a crew together (工时); null where not said
     * @param kilometres driven and walked (里程); null where not said
     */
    public record Effort(
            @Nullable Double crewHours, @Nullable Double kilometres) {

        public static final Effort NOTHING = new Effort(null, null);

        boolean isSaid() {
            return crewHours != null || kilometres != null;
        }

        Effort plus(Effort more) {
            return new Effort(sum(crewHours, more.crewHours), sum(kilometres, more.kilometres));
        }

        /** Refuses as malformed what nobody can have spent. */
        void requireAtMost(double hours, double way) {
            require("crewHours", crewHours, hours);
            require("kilometres", kilometres, way);
        }

        private static void require(String field, @Nullable Double said, double most) {
            if (said != null && !(said >= 0 && said <= most)) {
                throw new Malformed(field, String.format(Locale.ROOT, "give 0 to %.0f", most));
            }
        }

        private static @Nullable Double sum(@Nullable Double one, @Nullable Double other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return (Double) (one + other);
        }
    }

    /**
     * What the reporter said when called back (回访).
     *
     * @param satisfied null where not said
     */
    public record CallBack(
            String by,
            Instant at,
            boolean resolved,
            @Nullable Boolean satisfied) {}

    /**
     * How it hangs together with others (关联).
     *
     * @param mergedInto id of the case in which it goes on (并案); null while it stands by itself
     * @param asked how many asked for the matter (诉求人数), by this case and those merged into it
     * @param splitFrom id of the case from which it was split off (拆分); null where it was reported
     * @param joint who handles it together with the holder (会办); null while nobody does
     */
    public record Ties(
            @Nullable String mergedInto,
            int asked,
            @Nullable String splitFrom,
            @Nullable Joint joint) {

        static final Ties NONE = new Ties(null, 1, null, null);

        Ties mergedInto(@Nullable String other) {
            return new Ties(other, asked, splitFrom, joint);
        }

        Ties asked(int more) {
            return new Ties(mergedInto, asked + more, splitFrom, joint);
        }

        Ties splitFrom(String other) {
            return new Ties(mergedInto, asked, other, joint);
        }

        Ties joint(@Nullable Joint given) {
            return new Ties(mergedInto, asked, splitFrom, given);
        }
    }

    /** Of a case about which nothing was done yet. */
    public static Course begun() {
        return begun(null);
    }

    /** The same, where somebody asked who is to be spoken to. */
    static Course begun(@Nullable FirstContact contact) {
        var result = new Result(null, null, contact, null);
        var none = new Tally(0, 0, 0, 0);
        return new Course(null, null, none, Waiting.FOR_NOTHING, List.of(), List.of(), result, Ties.NONE);
    }

    Course standard(Standard given) {
        return new Course(given, work, tally, waiting, evidence, handlers, result, ties);
    }

    /** The same without what may be a number of the reporter's in what others wrote. */
    Course erased() {
        return ties.joint == null ? this : with(ties.joint(ties.joint.saying(PublicText::of)));
    }

    Course work(@Nullable Work given) {
        return new Course(standard, given, tally, waiting, evidence, handlers, result, ties);
    }

    Course tally(Tally given) {
        return new Course(standard, work, given, waiting, evidence, handlers, result, ties);
    }

    Course request(@Nullable Request given) {
        return with(new Waiting(given, waiting.suspendedUntil, waiting.errand));
    }

    Course suspendedUntil(@Nullable Instant given) {
        return with(new Waiting(waiting.request, given, waiting.errand));
    }

    Course errand(@Nullable Errand given) {
        return with(new Waiting(waiting.request, waiting.suspendedUntil, given));
    }

    Course inspection(@Nullable Inspection given) {
        return with(new Result(given, result.callBack, result.contact, result.effort));
    }

    Course callBack(@Nullable CallBack given) {
        return with(new Result(result.inspection, given, result.contact, result.effort));
    }

    Course contact(FirstContact given) {
        return with(new Result(result.inspection, result.callBack, given, result.effort));
    }

    Course spending(Effort more) {
        if (!more.isSaid()) {
            return this;
        }
        var before = result.effort == null ? Effort.NOTHING : result.effort;
        return with(new Result(result.inspection, result.callBack, result.contact, before.plus(more)));
    }

    Course with(Ties given) {
        return new Course(standard, work, tally, waiting, evidence, handlers, result, given);
    }

    Course with(List<String> photos) {
        var all = Stream.concat(evidence.stream(), photos.stream()).distinct().toList();
        return new Course(standard, work, tally, waiting, all, handlers, result, ties);
    }

    Course handledBy(String person) {
        var all = Stream.concat(handlers.stream(), Stream.of(person)).distinct().toList();
        return new Course(standard, work, tally, waiting, evidence, all, result, ties);
    }

    public @Nullable Request request() {
        return waiting.request;
    }

    public @Nullable Instant suspendedUntil() {
        return waiting.suspendedUntil;
    }

    public @Nullable Errand errand() {
        return waiting.errand;
    }

    public @Nullable Inspection inspection() {
        return result.inspection;
    }

    public @Nullable FirstContact contact() {
        return result.contact;
    }

    public @Nullable CallBack callBack() {
        return result.callBack;
    }

    /** Whether there are as many photos as the closing condition asks for. */
    boolean showsEnough() {
        return standard != null && evidence.size() >= standard.photos();
    }

    private Course with(Waiting given) {
        return new Course(standard, work, tally, given, evidence, handlers, result, ties);
    }

    private Course with(Result given) {
        return new Course(standard, work, tally, waiting, evidence, handlers, given, ties);
    }
}
