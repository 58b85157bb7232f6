package io.chengyun.platform.ledger;

import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.journal.Journal.Line;
import io.chengyun.platform.journal.Rewording;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Carries out what the journal says was erased (执行抹除), while the log takes that entry in and in the same transaction: so nobody
 * ever sees words that do not fit their leaf. The erasing entry itself, and what follows, is salted anew and can be proven.
 */
@Component
class Erasures {

    private final Journal journal;
    private final Rewording rewording;
    private final SaltStore salts;

    Erasures(Journal journal, Rewording rewording, SaltStore salts) {
        this.journal = journal;
        this.rewording = rewording;
        this.salts = salts;
    }

    /** The newest number that the journal has given. */
    long last() {
        return journal.last();
    }

    /**
     * The lines behind the number that can be taken in together. What the first of them erases is erased now; they end before the
     * next that erases, whose subject's secret must have salted all before it and nothing behind.
     */
    List<Line> next(long after, int limit) {
        var lines = journal.lines(after, limit);
        if (lines.isEmpty()) {
            return lines;
        }
        var first = lines.get(0);
        if (rewording.isAsked(first)) {
            salts.erase(first.subject(), first.number() - 1);
            rewording.forget(first.subject(), first.number());
        }
        int next = 1;
        while (next < lines.size() && !rewording.isAsked(lines.get(next))) {
            next++;
        }
        return lines.subList(0, next);
    }
}
