package io.chengyun.platform.sensing.quality;

import io.chengyun.platform.place.Places;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.ObservationListener;
import io.chengyun.platform.sensing.StoredBatch;
import io.chengyun.platform.sensing.StoredBatch.Correction;
import io.chengyun.platform.sensing.StoredBatch.Reading;
import io.chengyun.platform.sensing.StoredBatch.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Looks at what is being stored for what can be seen at once (入库质检): unusual values, wrong clocks, old news, maintenance. */
@Component
@Order(0) // before rules, which may flag anew what it withdraws
class QualityListener implements ObservationListener {

    static final String PLAUSIBLE = "plausible";
    static final String CLOCK = "clock";
    static final String LATE = "late";

    private final QualityFlags flags;
    private final Maintenance maintenance;
    private final QualityPolicy.Book policies;
    private final Places places;
    private final TimelyObservations timely;
    // A rolled-back batch may count once too often: the same rows come again, and off by the same amount.
    private final SkewWatch clocks = new SkewWatch();

    QualityListener(
            QualityFlags flags,
            Maintenance maintenance,
            QualityPolicy.Book policies,
            Places places,
            TimelyObservations timely) {
        this.flags = flags;
        this.maintenance = maintenance;
        this.policies = policies;
        this.places = places;
        this.timely = timely;
    }

    @Override
    public void onStored(StoredBatch batch) {
        var policy = policies.on(places.today());
        var newsFrom = timely.newsFrom(batch);
        for (var series : batch.series()) {
            look(series, batch.at(), policy);
            if (!TimelyObservations.isTimely(series, newsFrom)) {
                flag(series, Flag.LATE, LATE, reading -> reading.at().isBefore(newsFrom));
            }
        }
    }

    /** What was said of an observation was said of what it was; of what it is now only its value can tell anything. */
    @Override
    public void onCorrected(List<Correction> corrections) {
        var policy = policies.on(places.today());
        for (var one : corrections) {
            var stream = one.stream();
            flags.withdraw(stream, one.touched());
            policy.plausible(stream.property()).ifPresent(usual -> {
                var readings = timely.listAt(stream.id(), one.touched());
                flag(
                        new Series(stream, readings),
                        Flag.OUT_OF_RANGE,
                        PLAUSIBLE,
                        reading -> !usual.holds(reading.value()));
            });
        }
    }

    private void look(Series series, Instant arrived, QualityPolicy policy) {
        var stream = series.stream();
        var readings = series.readings();
        if (!maintenance.isIdle()) {
            flag(series, Flag.MAINTENANCE, "maintenance", reading -> maintenance.isMuted(stream, reading.at()));
        }
        policy.plausible(stream.property())
                .ifPresent(
                        usual -> flag(series, Flag.OUT_OF_RANGE, PLAUSIBLE, reading -> !usual.holds(reading.value())));
        var newest = readings.get(readings.size() - 1).at();
        if (clocks.isWrong(stream.id(), Duration.between(arrived, newest), policy.skew())) {
            flags.flag(stream, newest, Flag.CLOCK_SKEW, CLOCK);
        }
    }

    private void flag(Series series, Flag flag, String rule, Predicate<Reading> wrong) {
        List<Instant> found =
                series.readings().stream().filter(wrong).map(Reading::at).toList();
        if (!found.isEmpty()) {
            Datastream stream = series.stream();
            flags.flag(stream, found, flag, rule);
        }
    }
}
