package io.chengyun.platform.casework;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Grade;
import io.chengyun.platform.address.owner.Site;
import io.chengyun.platform.casework.clock.Countdown;
import io.chengyun.platform.casework.clock.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem in the city and all that stands written about it (案卷).
 *
 * @param origin how it came to us
 * @param holder who has it on the desk now
 * @param clocks how long it has taken, and how long the holder has had it
 * @param course what was done about it so far
 * @param revision grows by one with every event
 */
public record CaseFile(
        String id,
        Origin origin,
        Matter matter,
        CaseState state,
        Holder holder,
        Clocks clocks,
        Course course,
        Revision revision) {

    CaseFile with(CaseState newState, Instant at) {
        var next = new Revision(revision.number() + 1, at);
        return new CaseFile(id, origin, matter, newState, holder, clocks, course, next);
    }

    CaseFile with(Matter newMatter) {
        return new CaseFile(id, origin, newMatter, state, holder, clocks, course, revision);
    }

    CaseFile with(Holder newHolder) {
        return new CaseFile(id, origin, matter, state, newHolder, clocks, course, revision);
    }

    CaseFile with(Clocks newClocks) {
        return new CaseFile(id, origin, matter, state, holder, newClocks, course, revision);
    }

    CaseFile with(Course newCourse) {
        return new CaseFile(id, origin, matter, state, holder, clocks, newCourse, revision);
    }

    /** The same without the words of whoever asked; what was done about it stays. */
    CaseFile erased() {
        return erased(origin.erasedAt);
    }

    /** The same, erased then. */
    CaseFile erased(@Nullable Instant at) {
        return new CaseFile(id, origin.erased(at), matter.erased(), state, holder, clocks, course.erased(), revision);
    }

    /** 逾期: whether the holder's limit, the whole case's or that of the first contact has been marked as passed. */
    public boolean overdue() {
        var holding = clocks.holder();
        return !state.ended() && (clocks.business().told() > 0 || (holding != null && holding.told() > 0) || waits());
    }

    /** Whether somebody was told that who asked still waits to be spoken to. */
    private boolean waits() {
        var contact = course.contact();
        return contact != null && contact.at() == null && contact.missedAt() != null;
    }

    /** By when who asked is to be spoken to; null where nobody asked, where it was done, or where the case ended. */
    @Nullable
    Instant contactDueAt() {
        var contact = course.contact();
        return contact == null || contact.at() != null || state.ended() ? null : contact.dueAt();
    }

    /** 曾逾期: whether the whole case, or the department with it, took longer than it might. */
    public boolean overran(Instant at) {
        var handling = clocks.handling();
        return clocks.business().overdueAt(at)
                || (handling != null && handling.clock().overdueAt(at));
    }

    /** Where a case comes from. */
    public enum Source {
        /** 预警: the house itself, from a warning. */
        WARNING,
        /** 网格巡查: a grid worker on patrol. */
        PATROL,
        /** 市民诉求: a citizen, over 12345 or otherwise. */
        CITIZEN,
        /** 部门: another department. */
        DEPARTMENT,
        /** 领导交办: somebody in charge. */
        LEADER
    }

    /**
     * 来源.
     *
     * @param warning id of the warning that filed it; null when people reported it
     * @param request id of the request behind it; null where nobody asked from outside
     * @param by staff id, or {@code house}
     * @param promisedAt by when it was promised to be done (承诺时限), whatever the standard says; null where nothing was
     * @param erasedAt when the words of who asked were erased (抹除); null while they are kept
     */
    public record Origin(
            Source source,
            @Nullable String warning,
            @Nullable String request,
            String by,
            Instant at,
            @Nullable Instant promisedAt,
            @Nullable Instant erasedAt) {

        /** Where nothing was erased. */
        public Origin(
                Source source,
                @Nullable String warning,
                @Nullable String request,
                String by,
                Instant at,
                @Nullable Instant promisedAt) {
            this(source, warning, request, by, at, promisedAt, null);
        }

        /** Where nothing was promised. */
        public Origin(Source source, @Nullable String warning, @Nullable String request, String by, Instant at) {
            this(source, warning, request, by, at, null);
        }

        private Origin erased(@Nullable Instant when) {
            return new Origin(source, warning, request, by, at, promisedAt, when);
        }
    }

    /**
     * 事项: what the matter is and where.
     *
     * @param caseClass its class (小类), a code of the scenario
     * @param grade the warning's grade; null for a matter without one
     */
    public record Matter(
            String caseClass,
            String title,
            String titleEn,
            String description,
            Spot spot,
            @Nullable Grade grade) {

        Matter regraded(Grade newGrade) {
            return new Matter(caseClass, title, titleEn, description, spot, newGrade);
        }

        Matter reclassified(String newClass) {
            return new Matter(newClass, title, titleEn, description, spot, grade);
        }

        Matter at(Site site) {
            return new Matter(caseClass, title, titleEn, description, spot.with(site), grade);
        }

        /** What stands in the place of a title is what lists, maps and prints show. */
        private Matter erased() {
            return new Matter(caseClass, "已抹除", "Erased", "", spot, grade);
        }

        /** What is split off: named by what is said of it, at the same place. */
        Matter part(String newClass, String newTitle) {
            return new Matter(newClass, newTitle, newTitle, description, spot, grade);
        }
    }

    /**
     * 位置, in WGS84 degrees.
     *
     * @param grid the comprehensive grid
     * @param site on which road and at which part; null where its position is not exact
     */
    public record Spot(
            AreaCode town,
            AreaCode grid,
            double lon,
            double lat,
            @Nullable Site site) {

        Spot with(Site other) {
            return new Spot(town, grid, lon, lat, other);
        }
    }

    /**
     * 责任人: who has the case now.
     *
     * @param person staff id to whom the organisation assigned it; null while to nobody
     */
    public record Holder(String organisation, @Nullable String person) {}

    /**
     * 时钟.
     *
     * @param business from intake to close, never reset
     * @param holder whoever holds the case now; null once it ended or is with nobody
     * @param waiting the acceptor's, paused while verification or inspection is asked; null otherwise
     * @param handling the department's, paused while the case is elsewhere; null before the first dispatch
     */
    public record Clocks(
            Countdown business,
            @Nullable Countdown holder,
            @Nullable Countdown waiting,
            @Nullable Handling handling) {

        Clocks business(Countdown clock) {
            return new Clocks(clock, holder, waiting, handling);
        }

        Clocks holder(@Nullable Countdown clock) {
            return new Clocks(business, clock, waiting, handling);
        }

        Clocks waiting(@Nullable Countdown clock) {
            return new Clocks(business, holder, clock, handling);
        }

        Clocks handling(@Nullable Handling clock) {
            return new Clocks(business, holder, waiting, clock);
        }
    }

    /** The department's clock while it does not hold the case, and whose it is. */
    public record Handling(String organisation, Countdown clock) {}

    /**
     * 立案标准.
     *
     * @param desks time allowed at the desks before and after handling, part of the business clock
     * @param limit how long the department may take
     * @param closing all that must be true before it is closed (结案条件)
     * @param photos how many photographs must show that, at least one
     */
    public record Standard(
            String code, String condition, Duration desks, Limit limit, List<String> closing, int photos) {

        public Standard {
            closing = List.copyOf(closing);
        }

        /** What the business clock allows: the desks and the handling together, at the limit's pace. */
        Duration whole() {
            return desks.plus(limit.length());
        }
    }

    /** 任务: id of the work at dispatch, who has it, and whether it came there by arbitration (仲裁), which is final. */
    public record Work(String id, String organisation, boolean ruled) {}

    /**
     * 次数.
     *
     * @param rounds times sent to a department to be handled, rework included
     */
    public record Tally(int rounds, int returns, int extensions, int suspensions) {

        Tally round() {
            return new Tally(rounds + 1, returns, extensions, suspensions);
        }

        Tally returned() {
            return new Tally(rounds, returns + 1, extensions, suspensions);
        }

        Tally extended() {
            return new Tally(rounds, returns, extensions + 1, suspensions);
        }

        Tally suspended() {
            return new Tally(rounds, returns, extensions, suspensions + 1);
        }
    }

    /** 申请: an extension or a suspension that waits for the dispatcher's word. */
    public record Request(Kind kind, @Nullable Instant until) {
        /** 延期、挂账. */
        public enum Kind {
            EXTENSION,
            SUSPENSION
        }
    }

    /** 核查结果: who found it fixed, or not. */
    public record Inspection(String by, String organisation, boolean passed) {}

    /** 版本: for noticing that somebody else acted meanwhile. */
    public record Revision(long number, Instant at) {}
}
