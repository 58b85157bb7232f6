package io.chengyun.platform.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.quality.Maintenance;
import io.chengyun.platform.sensing.quality.QualityEvent.Window;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Work on a device hushes its dangers, and they are said when the work ends if they still stand. */
class HushTest extends AssessmentHouse {

    @Autowired
    Maintenance maintenance;

    @AfterEach
    void workIsOver() {
        passTo(90);
    }

    private void work(String id, Datastream stream, double fromHours, double untilHours) {
        maintenance.enter(new Window(id, stream.thingId(), null, at(fromHours), at(untilHours), "换电池", "steward"));
    }

    private void passTo(double hours) {
        clock.set(at(hours));
        house.fireDue();
        house.settle();
    }

    /** What was said of the stream but for its silence. */
    private List<String> graded(Datastream stream) {
        return words(stream).stream().filter(word -> !word.contains("silent")).toList();
    }

    @Test
    void aDangerThatCameDuringWorkIsSaidWhenTheWorkEnds() {
        var gauge = stream("rainfall");
        work("mw-1", gauge, 0, 2);
        store(gauge, 1.5, 61.6);
        passTo(1.75);
        assertThat(words(gauge)).isEmpty();
        assertThat(house.nextDueAt()).isBeforeOrEqualTo(at(2));

        passTo(2);
        assertThat(words(gauge)).containsExactly("rain-1h YELLOW", "rain-6h BLUE");
        assertThat(signals(gauge).get(0).at()).isEqualTo(at(1.5));

        passTo(2.1);
        assertThat(words(gauge)).as("said once").hasSize(2);
    }

    @Test
    void whatCameAndPassedDuringWorkIsNeverSaid() {
        var gauge = stream("rainfall");
        work("mw-2", gauge, 0, 4);
        store(gauge, 0.5, 40);
        store(gauge, 2, 0);
        passTo(4);

        assertThat(graded(gauge)).isEmpty();
        assertThat(words(gauge)).as("nothing came since").containsExactly("rain-silent UNKNOWN");
    }

    @Test
    void aDangerThatStoodBeforeTheWorkAndPassedDuringItIsSaidToHavePassed() {
        var gauge = stream("rainfall");
        store(gauge, 0, 40);
        work("mw-3", gauge, 0.5, 4);
        store(gauge, 2, 0);
        assertThat(graded(gauge)).containsExactly("rain-1h BLUE");
        passTo(4);

        assertThat(graded(gauge)).containsExactly("rain-1h BLUE", "rain-1h EASED");
    }

    @Test
    void aDangerThatStandsAsItStoodBeforeTheWorkIsNotSaidTwice() {
        var probe = stream("water_level");
        store(probe, 0, 4.7);
        store(probe, 10 / 60.0, 4.7);
        assertThat(words(probe)).containsExactly("river-level BLUE");
        work("mw-4", probe, 0.25, 0.75);
        store(probe, 20 / 60.0, 2);
        store(probe, 30 / 60.0, 4.7);
        store(probe, 40 / 60.0, 4.7);
        passTo(0.75);

        assertThat(words(probe)).containsExactly("river-level BLUE");
    }

    @Test
    void workThatIsEndedEarlierOrOverlapsOtherWorkHushesUntilTheLastOfItEnds() {
        var gauge = stream("rainfall");
        work("mw-5", gauge, 0, 6);
        work("mw-6", gauge, 0, 2);
        work("mw-7", gauge, 1.5, 3);
        store(gauge, 1, 61.6);
        passTo(1.25);
        maintenance.end("mw-5", "steward");
        assertThat(house.nextDueAt()).as("the others' end is looked for").isBeforeOrEqualTo(at(2));
        passTo(2.5);
        assertThat(graded(gauge)).isEmpty();
        passTo(3);

        assertThat(graded(gauge)).containsExactly("rain-1h YELLOW", "rain-6h BLUE");
    }

    @Test
    void whatIsObservedAfterTheWorkTakesThePlaceOfWhatWasKeptBack() {
        var gauge = stream("rainfall");
        work("mw-8", gauge, 0, 2);
        store(gauge, 1, 40);
        store(gauge, 2.5, 0);
        passTo(2.6);

        assertThat(words(gauge)).as("nobody was told, so only that it is over").containsExactly("rain-1h EASED");
    }
}
