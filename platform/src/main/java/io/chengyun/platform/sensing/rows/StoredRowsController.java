package io.chengyun.platform.sensing.rows;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.sensing.SensingRefusal;
import io.chengyun.platform.sensing.SourceEvent.BatchStored;
import io.chengyun.platform.sensing.SourceEvent.Digest;
import io.chengyun.platform.sensing.StoredBatch;
import io.chengyun.proof.observation.BatchRows;
import java.time.DateTimeException;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gives the batch in which one observation came (批次接口), so that it can be proven: the journal holds the digest over all rows of
 * the batch, and so does the log.
 */
@RestController
@RequestMapping("/api/sensing/batch")
class StoredRowsController {

    /** The record to fetch the proof of. */
    static final String RECORD = "Record-Number";

    private final StoredRowsStore store;
    private final Journal journal;

    StoredRowsController(StoredRowsStore store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    /**
     * The rows as lines of {@code stream,time,value}, in the order of the digest.
     *
     * @param stream id of the datastream
     * @param at the observation's own time
     */
    @GetMapping(produces = "text/csv")
    ResponseEntity<String> rows(Caller caller, @RequestParam long stream, @RequestParam String at) {
        if (caller.town() != null) {
            throw new Refused(SensingRefusal.NOT_YOUR_OFFICE);
        }
        var storedAt = store.storedAt(stream, time(at)).orElseThrow(() -> new Refused(SensingRefusal.NO_SUCH_ENTITY));
        var entry = journal.listAbout(StoredBatch.id(storedAt)).stream()
                .filter(told -> told.event() instanceof BatchStored)
                .findFirst()
                .orElseThrow(() -> new Refused(SensingRefusal.NO_SUCH_ENTITY));
        Digest digest = ((BatchStored) entry.event()).now();
        var rows = new BatchRows(store.list(storedAt, digest));
        if (!rows.sha256().equals(digest.sha256())) {
            throw new Refused(SensingRefusal.BATCH_CHANGED);
        }
        return ResponseEntity.ok()
                .header(RECORD, String.valueOf(entry.number()))
                .body(rows.format(entry.number()));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException no) {
            throw new Malformed("at", "write a time such as 2026-07-01T08:00:00Z");
        }
    }
}
