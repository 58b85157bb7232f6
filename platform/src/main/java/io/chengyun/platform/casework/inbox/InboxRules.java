package io.chengyun.platform.casework.inbox;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Malformed;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.inbox.Reach.Lane;
import io.chengyun.platform.content.PackageFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What the district says of the inbox (收件箱规定), and so what each folder reaches for whom.
 *
 * @param soon a case is due soon when its next deadline is no further away
 * @param watchedAtMost how many cases a person may keep an eye on
 */
record InboxRules(Duration soon, int watchedAtMost) {

    /** Later than any deadline, and than what stands in its place where no clock runs. */
    private static final Instant END = Instant.parse("9999-12-31T23:00:00Z");

    private static final Instant BEGIN = Instant.EPOCH;

    InboxRules {
        if (soon.isNegative() || soon.isZero()) {
            throw new Malformed("soon", "write a duration such as PT4H");
        }
        if (watchedAtMost < 1) {
            throw new Malformed("watchedAtMost", "must be 1 or more");
        }
    }

    static InboxRules read(Path file) {
        return PackageFile.read(file, InboxRules.class, "casework:inbox-unreadable");
    }

    /**
     * What a folder reaches for a caller.
     *
     * @param offices the caller's organisation and all below it
     * @param all whether those are all there are
     */
    Reach reach(InboxFolder folder, Caller caller, Set<String> offices, boolean all, Instant now) {
        var unit = all ? Lane.everything() : Lane.organisations(offices);
        return switch (folder) {
            case MINE -> reach(Lane.person(caller.id()), caller, BEGIN, END);
            case UNIT -> reach(unit, caller, BEGIN, END);
            case OVERDUE -> reach(sight(caller, unit), caller, BEGIN, now);
            case SOON -> reach(sight(caller, unit), caller, now, now.plus(soon));
            case RETURNED -> reach(sight(caller, unit).cameBack(), caller, BEGIN, END);
            case WATCHED -> reach(Lane.watchedBy(caller.id()), caller, BEGIN, END);
        };
    }

    private static Reach reach(Lane lane, Caller caller, Instant from, Instant until) {
        var town = caller.town();
        return new Reach(lane, town == null ? null : town.value(), from, until);
    }

    /** Desks look after all of their town; who only handles sees what the own organisation has. */
    private static Lane sight(Caller caller, Lane unit) {
        if (!caller.hasAny(Role.COMMANDER, Role.ACCEPTOR, Role.DISPATCHER, Role.INSPECTOR)) {
            return unit;
        }
        AreaCode town = caller.town();
        return town == null ? Lane.everything() : Lane.town(town.value());
    }
}
