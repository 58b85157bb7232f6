package io.chengyun.platform.ledger.tamper;

import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.journal.Journal.Line;
import io.chengyun.platform.journal.RecordCheck;
import io.chengyun.platform.journal.RecordCheck.Mismatch;
import io.chengyun.platform.journal.RecordTable;
import io.chengyun.platform.ledger.Ledger;
import io.chengyun.platform.ledger.tamper.Tamper.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * One look after the other (巡查): the journal's rows against the log, tables of record against the journal, and rows in them of
 * which the journal knows nothing. When it has been through, it begins anew. For one thread.
 */
@Component
class TamperLook {

    private static final String ENTRIES = "journal.entry";

    private final Journal journal;
    private final Ledger ledger;
    private final RecordCheck check;
    private final List<RecordTable> tables;
    private long number;
    private final Map<String, String> keys = new HashMap<>();

    TamperLook(Journal journal, Ledger ledger, RecordCheck check, ObjectProvider<RecordTable> tables) {
        this.journal = journal;
        this.ledger = ledger;
        this.check = check;
        this.tables = tables.stream().toList();
    }

    /** What looks wrong among the next rows. */
    List<Tamper> next(int rows, Instant now) {
        var found = new ArrayList<Tamper>();
        long through = Math.min(number + rows, ledger.integrated());
        if (through > number) {
            found.addAll(entries(number, through, now));
            for (var table : tables) {
                found.addAll(changed(table, number, through, now));
            }
        }
        for (var table : tables) {
            var strangers = check.strangers(table, keys.getOrDefault(table.table(), ""), rows);
            keys.put(table.table(), strangers.last());
            strangers.rows().forEach(other -> found.add(tamper(other, Kind.INSERTED, now)));
        }
        number = through < number + rows ? 0 : through;
        return found;
    }

    /** Whether it looks wrong in the same way as it did. */
    boolean still(Tamper tamper) {
        var now = tamper.foundAt();
        if (tamper.table().equals(ENTRIES)) {
            return entries(tamper.number() - 1, tamper.number(), now).contains(tamper);
        }
        return tables.stream()
                .filter(table -> table.table().equals(tamper.table()))
                .anyMatch(table -> tamper.kind() == Kind.INSERTED
                        ? check.isStranger(table, tamper.row())
                        : changed(table, tamper.number() - 1, tamper.number(), now)
                                .contains(tamper));
    }

    private List<Tamper> changed(RecordTable table, long after, long through, Instant now) {
        return check.changed(table, after, through).stream()
                .map(other -> tamper(other, other.column().isEmpty() ? Kind.GONE : Kind.CHANGED, now))
                .toList();
    }

    private List<Tamper> entries(long after, long through, Instant now) {
        var lines = journal.lines(after, (int) (through - after)).stream()
                .filter(line -> line.number() <= through)
                .toList();
        var found = new ArrayList<Tamper>();
        var there = lines.stream().map(Line::number).collect(Collectors.toSet());
        for (long number = after + 1; number <= through; number++) {
            if (!there.contains(number)) {
                found.add(entry(number, "", Kind.GONE, now));
            }
        }
        // the leaf tells the time apart from the rest, and nothing more
        ledger.broken(lines)
                .forEach(broken -> found.add(entry(
                        broken.line().number(), broken.inTime() ? "type, subject, payload" : "at", Kind.CHANGED, now)));
        return found;
    }

    private static Tamper entry(long number, String column, Kind kind, Instant now) {
        return new Tamper(ENTRIES, String.valueOf(number), column, number, kind, now);
    }

    private static Tamper tamper(Mismatch other, Kind kind, Instant now) {
        return new Tamper(other.table(), other.row(), other.column(), other.number(), kind, now);
    }
}
