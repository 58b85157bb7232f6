package io.chengyun.platform.assessment.whatif;

import io.chengyun.platform.assessment.whatif.TrialResult.Bucket;
import io.chengyun.platform.assessment.whatif.TrialResult.Chart;
import io.chengyun.platform.assessment.whatif.TriedStream.Period;
import io.chengyun.platform.sensing.Datastream;
import java.util.ArrayList;
import java.util.Arrays;

/** A stream's values in outline (略图): the least and greatest of each stretch of a period. */
final class Sketch {

    private final Datastream stream;
    private final Period period;
    private final double[] least;
    private final double[] greatest;

    Sketch(Datastream stream, Period period) {
        this.stream = stream;
        this.period = period;
        this.least = new double[period.buckets()];
        this.greatest = new double[period.buckets()];
        Arrays.fill(least, Double.NaN);
        Arrays.fill(greatest, Double.NaN);
    }

    /** Takes a value of the period. */
    void on(long micros, double value) {
        int bucket = period.bucket(micros);
        least[bucket] = Double.isNaN(least[bucket]) ? value : Math.min(least[bucket], value);
        greatest[bucket] = Double.isNaN(greatest[bucket]) ? value : Math.max(greatest[bucket], value);
    }

    Chart chart() {
        var buckets = new ArrayList<Bucket>();
        for (int i = 0; i < least.length; i++) {
            if (!Double.isNaN(least[i])) {
                buckets.add(new Bucket(period.millis(i), least[i], greatest[i]));
            }
        }
        return new Chart(stream.id(), stream.thingName(), stream.unit(), buckets);
    }
}
