package io.chengyun.platform.replay;

import io.chengyun.kernel.Fault;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.place.ObservedProperties;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.ObservationBatch;
import io.chengyun.platform.sensing.Reject;
import io.chengyun.platform.sensing.Sensing;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Drives the house through a file of observations in virtual time: nothing sleeps, every timer fires (重演). */
@Component
@ConditionalOnProperty(name = "chengyun.clock", havingValue = "virtual")
class Replay {

    /** How long it goes on behind the last observation when no end was named. */
    static final Duration AFTERMATH = Duration.ofDays(7);

    private static final int STUCK = 10_000;

    private final House house;
    private final Sensing sensing;
    private final Places places;
    private final ObservedProperties properties;
    private final VirtualClock clock;
    private final Map<Timeline.Stream, Datastream> streams = new HashMap<>();
    private final Tally tally = new Tally();

    Replay(House house, Sensing sensing, Places places, ObservedProperties properties, VirtualClock clock) {
        this.house = house;
        this.sensing = sensing;
        this.places = places;
        this.properties = properties;
        this.clock = clock;
    }

    /** Runs to the end and tells what became of the observations. */
    Tally run(Timeline timeline, ThingsFile things, Instant until) {
        register(timeline, things);
        house.settle();
        for (var step : timeline.steps()) {
            var at = timeline.timeOf(step);
            if (at.isAfter(until)) {
                break;
            }
            // what is observed at a moment is known before a timer of that moment decides
            fireUntil(at.minusNanos(1));
            clock.advanceTo(at);
            tally.add(sensing.store(batch(step)));
            house.settle();
        }
        fireUntil(until);
        clock.advanceTo(until);
        return tally;
    }

    private void register(Timeline timeline, ThingsFile things) {
        var known = timeline.streams().stream()
                .filter(stream -> properties.find(stream.property()).isPresent())
                .toList();
        for (var thing : things.things(known, places.districtCentre())) {
            for (var stream : sensing.register(thing)) {
                streams.put(new Timeline.Stream(thing.code(), stream.property()), stream);
            }
        }
    }

    private ObservationBatch batch(List<Timeline.Row> step) {
        var batch = new ObservationBatch("replay");
        for (var row : step) {
            var stream = streams.get(row.stream());
            if (row.reject() != null) {
                batch.addRejected(0, row.reject(), row.time());
            } else if (stream == null) {
                batch.addRejected(
                        0,
                        Reject.UNKNOWN_DATASTREAM,
                        row.stream().thing() + "," + row.stream().property());
            } else {
                batch.add(stream.id(), row.time(), row.value());
            }
        }
        return batch;
    }

    /** Lets the time pass: whatever is due on the way happens at its own moment. */
    private void fireUntil(Instant goal) {
        int still = 0;
        for (var due = house.nextDueAt(); due != null && !due.isAfter(goal); due = house.nextDueAt()) {
            still = due.isAfter(clock.instant()) ? 0 : still + 1;
            if (still > STUCK) {
                throw new Fault(
                        "replay:stuck", new IllegalStateException("a timer is due at " + due + " again and again"));
            }
            clock.advanceTo(due);
            house.fireDue();
            house.settle();
        }
    }
}
