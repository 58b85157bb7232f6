package io.chengyun.platform.sensing.quality;

import io.chengyun.platform.place.Places;
import io.chengyun.platform.sensing.PastObservations;
import io.chengyun.platform.sensing.PastObservations.Asked;
import io.chengyun.platform.sensing.StoredBatch;
import io.chengyun.platform.sensing.StoredBatch.Reading;
import io.chengyun.platform.sensing.StoredBatch.Series;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What is news among all that is observed (及时观测). What comes later than the district's policy of the day allows is stored
 * and flagged {@code late}, but whoever judges what happens now does not hear of it, today or after a restart.
 */
@Component
public class TimelyObservations {

    private final PastObservations past;
    private final QualityPolicy.Book policies;
    private final Places places;
    private final Clock clock;

    TimelyObservations(PastObservations past, QualityPolicy.Book policies, Places places, Clock clock) {
        this.past = past;
        this.policies = policies;
        this.places = places;
        this.clock = clock;
    }

    /** Takes one observation of the past after the other. */
    public interface Reader {
        /**
         * @param late whether it came too late to be news then
         */
        void read(long stream, long micros, double value, Instant storedAt, boolean late);
    }

    /** Reads the past as {@link PastObservations#read(List, Instant, PastObservations.Reader)} does. */
    public void read(List<Asked> asked, Instant storedBefore, Reader reader) {
        var now = clock.instant();
        past.read(asked, storedBefore, (stream, micros, value, storedAt) -> {
            boolean late = micros < PastObservations.micros(newsFrom(storedAt, now));
            reader.read(stream, micros, value, storedAt, late);
        });
    }

    /** What a stream observed at these times, as it stands now, oldest first. */
    List<Reading> listAt(long stream, List<Instant> times) {
        return past.listAt(stream, times);
    }

    /** Whether what was observed then would still be news. */
    public boolean isNews(Instant observedAt) {
        var now = clock.instant();
        return !observedAt.isBefore(newsFrom(now, now));
    }

    /** The batch without what came too late: itself, when nothing did. */
    public StoredBatch of(StoredBatch batch) {
        var from = newsFrom(batch);
        if (batch.series().stream().allMatch(series -> isTimely(series, from))) {
            return batch;
        }
        var timely = batch.series().stream().flatMap(series -> timely(series, from));
        return new StoredBatch(batch.id(), batch.at(), timely.toList());
    }

    /** Readings stand in a series oldest first. */
    static boolean isTimely(Series series, Instant from) {
        return !series.readings().get(0).at().isBefore(from);
    }

    private static Stream<Series> timely(Series series, Instant from) {
        if (isTimely(series, from)) {
            return Stream.of(series);
        }
        var readings = series.readings().stream()
                .filter(reading -> !reading.at().isBefore(from))
                .toList();
        return readings.isEmpty() ? Stream.empty() : Stream.of(new Series(series.stream(), readings));
    }

    /** The oldest that is news in a batch. */
    Instant newsFrom(StoredBatch batch) {
        return newsFrom(batch.at(), clock.instant());
    }

    /** When the house's clock was once ahead, stamps of storing stay ahead of it: nothing is old for that. */
    private Instant newsFrom(Instant storedAt, Instant now) {
        var came = storedAt.isAfter(now) ? now : storedAt;
        var day = LocalDate.ofInstant(came, places.district().zone());
        return came.minus(policies.on(day).late());
    }
}
