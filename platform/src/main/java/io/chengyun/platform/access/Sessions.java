package io.chengyun.platform.access;

import io.chengyun.platform.access.AccessEvent.Visit;
import io.chengyun.platform.journal.Journal;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens, recognises and closes sessions (会话). They outlive a restart and end by the house's clock. */
@Service
class Sessions {

    private final SessionStore store;
    private final SessionRules rules;
    private final Journal journal;
    private final Clock clock;

    Sessions(SessionStore store, AccessSettings settings, Journal journal, Clock clock) {
        this.store = store;
        this.rules = new SessionRules(settings.idle(), settings.absolute());
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    Token open(Caller person) {
        var now = clock.instant();
        var token = Token.random();
        store.removeOld(rules.idleBefore(now), rules.startedBefore(now));
        store.save(token.digest(), person.id(), now);
        journal.append(new AccessEvent.SignedIn(new Visit(person.id(), "sign-in", ""), now));
        return token;
    }

    /** The session that this token opens, if it still stands; being seen keeps it standing. */
    Optional<Session> recognise(Token token) {
        return recognise(token.digest());
    }

    /** The same session as it is now, if it still stands. */
    Optional<Session> recognise(Session session) {
        return recognise(HexFormat.of().parseHex(session.digest()));
    }

    private Optional<Session> recognise(byte[] digest) {
        var now = clock.instant();
        var session = store.find(digest).filter(found -> rules.stands(found, now));
        if (session.filter(standing -> rules.worthNoting(standing, now)).isPresent()) {
            store.see(digest, now);
        }
        return session;
    }

    @Transactional
    void close(Session session) {
        if (store.remove(HexFormat.of().parseHex(session.digest()))) {
            var visit = new Visit(session.caller().id(), "sign-out", "");
            journal.append(new AccessEvent.SignedOut(visit, clock.instant()));
        }
    }
}
