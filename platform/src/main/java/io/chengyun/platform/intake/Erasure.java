package io.chengyun.platform.intake;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.journal.Journal;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Front door of erasure (抹除诉求): forgets who asked, and in which words; what was done about it stays. */
@Service
public class Erasure {

    private static final int LONGEST = 200;

    private final RequestStore store;
    private final Journal journal;
    private final Clock clock;

    Erasure(RequestStore store, Journal journal, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Erases one request; one that was erased before is answered as it stands.
     *
     * @param reason on what it rests; kept for good, so it must say nothing of the person
     * @throws Refused {@code intake:not-a-steward}; {@code intake:absent}, also for another town's
     */
    @Transactional
    public ServiceRequest erase(String id, String reason, Caller caller) {
        if (!caller.hasAny(Role.DATA_STEWARD)) {
            throw new Refused(IntakeRefusal.NOT_A_STEWARD);
        }
        if (reason.length() > LONGEST) {
            throw new Malformed("reason", "write at most " + LONGEST + " characters");
        }
        var request = store.lock(id)
                .filter(there -> caller.mayEnter(there.spot().town()))
                .orElseThrow(() -> new Refused(IntakeRefusal.ABSENT));
        return request.erasedAt() == null ? erase(request, PublicText.of(reason), caller) : request;
    }

    private ServiceRequest erase(ServiceRequest request, String reason, Caller caller) {
        var at = clock.instant();
        var erased = request.erased(at);
        store.erase(erased, at);
        journal.append(new RequestEvent.Erased(erased, caller.id(), caller.organisation(), reason, at));
        return erased;
    }
}
