package io.chengyun.platform.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.ObservationBatch;
import io.chengyun.platform.sensing.StoredBatch.Reading;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the rules know outlives the process, whether it was written down or not. */
class MemoryTest extends AssessmentHouse {

    /** Stores a reading now, whenever it was made, a second after the last: nothing is written down for its age. */
    private void storeNow(Datastream stream, double hours, double value) {
        clock.set(clock.instant().plusSeconds(1));
        sensing.store(new ObservationBatch("test").add(stream.id(), at(hours), value));
    }

    private Instant writtenDown(Datastream stream) {
        return jdbc.sql("select known_at from assessment.memory where stream = ?")
                .param(stream.id())
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }

    @Test
    void aRestartInTheMiddleGivesTheSameSignalsAsOneRun() {
        var random = new Random(6);
        var readings = new ArrayList<Reading>();
        for (int hour = 0; hour < 160; hour++) {
            if (random.nextInt(20) > 0) {
                readings.add(reading(hour, random.nextInt(4) == 0 ? random.nextInt(120) : random.nextInt(10)));
            }
        }
        var whole = stream("rainfall");
        var halved = stream("rainfall");

        feed(whole, readings);
        for (int from = 0; from < readings.size(); from += 7) {
            feed(halved, readings.subList(from, Math.min(from + 7, readings.size())));
        }

        assertThat(words(whole)).hasSizeGreaterThan(20);
        assertThat(words(halved)).isEqualTo(words(whole));
        assertThat(signals(halved))
                .extracting(Signal::measure, Signal::at)
                .isEqualTo(signals(whole).stream()
                        .map(signal -> tuple(signal.measure(), signal.at()))
                        .toList());
    }

    @Test
    void whatWasNotYetWrittenDownIsCaughtUpFromTheObservations() {
        clock.set(at(20));
        var gauge = stream("rainfall");
        storeNow(gauge, 0, 10);
        var first = writtenDown(gauge);
        storeNow(gauge, 1, 20);
        storeNow(gauge, 2, 15);
        assertThat(writtenDown(gauge)).as("only the first was written down").isEqualTo(first);
        watches.forget();
        storeNow(gauge, 3, 10);

        assertThat(words(gauge)).containsExactly("rain-6h BLUE");
        assertThat(signals(gauge).get(0).measure().value()).isEqualTo(55);
    }

    @Test
    void whatARuleSaidIsNotSaidAgainAfterARestart() {
        clock.set(at(20));
        var gauge = stream("rainfall");
        storeNow(gauge, 0, 10);
        storeNow(gauge, 1, 45);
        watches.forget();
        storeNow(gauge, 2, 0);

        assertThat(words(gauge)).containsExactly("rain-1h BLUE", "rain-6h BLUE", "rain-1h EASED");
    }

    @Test
    void whatGrowsOldIsWrittenDownABoundedNumberAtATime() {
        clock.set(at(20));
        watches.forget(); // with it what other tests left to be written down
        var gauges = List.of(stream("rainfall"), stream("rainfall"), stream("rainfall"));
        gauges.forEach(gauge -> storeNow(gauge, 0, 1));
        gauges.forEach(gauge -> storeNow(gauge, 1, 1));
        clock.set(clock.instant().plusSeconds(60));
        storeNow(gauges.get(0), 2, 1);

        // two at once are allowed here: the first with its newest, the second as it was, the third waits
        assertThat(writtenDown(gauges.get(0))).isEqualTo(clock.instant());
        assertThat(jdbc.sql("select count(*) from assessment.memory where newest_at = ? and stream = any(?)")
                        .params(
                                Timestamp.from(at(1)),
                                gauges.stream().map(Datastream::id).toArray(Long[]::new))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aRuleThatIsNewToAStreamLearnsFromItsPastAndNoticesThatItIsSilent() {
        var probe = stream("water_depth");
        store(probe, 0, 0);
        jdbc.sql("delete from assessment.memory where stream = ?")
                .param(probe.id())
                .update();
        watches.forget();
        clock.set(at(5));
        timer.fireDue();

        assertThat(words(probe)).containsExactly("depth-silent UNKNOWN");
    }

    @Test
    void everyKindOfStateIsReadBackAsItWasSaved() {
        var probe = stream("water_depth");
        feed(probe, List.of(reading(0, 30)));
        feed(probe, List.of(reading(5 / 60.0, 30)));
        feed(probe, List.of(reading(10 / 60.0, 22), reading(15 / 60.0, 19)));
        feed(probe, List.of(reading(15 / 60.0, 40)));

        assertThat(words(probe)).containsExactly("underpass-depth RED", "underpass-depth YELLOW");
    }
}
