package io.chengyun.platform.assessment.whatif;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.PastObservations;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads stored observations to a trial (试算运行): one trial at a time on one connection that may only read, so that the
 * lane of observations never waits for it. Rows pass through; they are not held.
 */
@Component
class TrialRun {

    private static final int LOOK_AT_THE_CLOCK = 1_000;
    private static final String GIVEN_UP = "57014";

    private final PastObservations past;
    private final JdbcClient jdbc;
    private final TransactionTemplate reading;
    private final TrialSettings settings;
    private final Clock clock;
    private final AtomicReference<@Nullable String> running = new AtomicReference<>();
    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();

    TrialRun(
            PastObservations past,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            TrialSettings settings,
            Clock clock) {
        this.past = past;
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.settings = settings;
        this.clock = clock;
    }

    TrialSettings settings() {
        return settings;
    }

    TrialResult run(Tried trial, Trial.Frame frame, String by) {
        if (!running.compareAndSet(null, by)) {
            throw new Refused(TrialRefusal.BUSY);
        }
        try {
            reading.executeWithoutResult(status -> read(trial, frame, by));
            var now = clock.instant();
            return trial.result(frame.until().isAfter(now) ? now : frame.until());
        } catch (DataAccessException failed) {
            if (failed.getRootCause() instanceof SQLException wrong && GIVEN_UP.equals(wrong.getSQLState())) {
                throw tooLong();
            }
            throw failed;
        } finally {
            cancelled.remove(by);
            running.set(null);
        }
    }

    private Refused tooLong() {
        return new Refused(TrialRefusal.TOO_MUCH, List.of("at most " + settings.timeout() + " of work"));
    }

    void cancel(String by) {
        if (by.equals(running.get())) {
            cancelled.add(by);
        }
    }

    private void read(Tried trial, Trial.Frame frame, String by) {
        jdbc.sql("select set_config('statement_timeout', ?, true)")
                .param(String.valueOf(settings.timeout().toMillis()))
                .query(String.class)
                .single();
        var ids = frame.streams().stream().map(Datastream::id).toList();
        var rows = new long[1];
        var latest = clock.instant().plus(settings.timeout());
        PastObservations.Reader reader = (stream, micros, value, storedAt) -> {
            rows[0]++;
            if (rows[0] > settings.rows()) {
                throw new Refused(
                        TrialRefusal.TOO_MUCH, List.of("at most " + settings.rows() + " observations at once"));
            }
            if (cancelled.contains(by)) {
                throw new Refused(TrialRefusal.CANCELLED);
            }
            if (rows[0] % LOOK_AT_THE_CLOCK == 0 && clock.instant().isAfter(latest)) {
                throw tooLong();
            }
            trial.on(stream, micros, value);
        };
        if (trial.byTime()) {
            past.readByTime(ids, trial.readFrom(), frame.until(), settings.rows() + 1, reader);
        } else {
            past.read(ids, trial.readFrom(), frame.until(), settings.rows() + 1, reader);
        }
    }
}
