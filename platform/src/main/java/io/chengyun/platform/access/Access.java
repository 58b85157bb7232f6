package io.chengyun.platform.access;

import io.chengyun.platform.access.AccessEvent.Visit;
import io.chengyun.platform.journal.Journal;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door's front desk (权限): who works here, who is still in, and a note of everyone who was turned away. */
@Service
public class Access {

    private final StaffStore staff;
    private final Sessions sessions;
    private final Journal journal;
    private final Clock clock;

    Access(StaffStore staff, Sessions sessions, Journal journal, Clock clock) {
        this.staff = staff;
        this.sessions = sessions;
        this.journal = journal;
        this.clock = clock;
    }

    /** The person of this staff id. */
    public Optional<Caller> find(String staffId) {
        return staff.find(staffId);
    }

    /** Those of these staff ids who are on the staff, by id. */
    public List<Caller> list(Collection<String> staffIds) {
        return staff.list(staffIds);
    }

    /** Everybody on the staff, by id. */
    public List<Caller> list() {
        return staff.list();
    }

    /**
     * Whether the session of somebody who listens still stands: neither signed out nor expired. Listening keeps it standing
     * as a request does: a duty room's wall asks nothing for days.
     */
    public boolean listens(Session session) {
        return sessions.recognise(session).isPresent();
    }

    /**
     * Notes that somebody reached for what lies outside their scope; kept even when the caller's transaction is rolled
     * back, as it is when the refusal follows.
     *
     * @param what what was tried, such as {@code read} or the action's name
     * @param subject id of the thing
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void denied(Caller caller, String what, String subject) {
        journal.append(new AccessEvent.Denied(new Visit(caller.id(), what, subject), clock.instant()));
    }

    /** Notes a wrong name or password. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void signInFailed(String staffId) {
        journal.append(new AccessEvent.SignInFailed(new Visit(staffId, "sign-in", ""), clock.instant()));
    }
}
