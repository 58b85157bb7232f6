package io.chengyun.platform.replay;

import io.chengyun.platform.place.ObservedProperties;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.replay.Replay.Moment;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.ObservationBatch;
import io.chengyun.platform.sensing.Reject;
import io.chengyun.platform.sensing.Sensing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Brings the observations of a file in (观测重演), those of one time together. */
@Component
@ConditionalOnProperty(name = "chengyun.clock", havingValue = "virtual")
class ObservationPlayer {

    private final Sensing sensing;
    private final Places places;
    private final ObservedProperties properties;
    private final Map<Timeline.Stream, Datastream> streams = new HashMap<>();

    ObservationPlayer(Sensing sensing, Places places, ObservedProperties properties) {
        this.sensing = sensing;
        this.places = places;
        this.properties = properties;
    }

    /** What is to happen, one moment a time of the file; the things are registered at once. */
    List<Moment> moments(Timeline timeline, ThingsFile things, Tally tally) {
        register(timeline, things);
        return timeline.steps().stream()
                .map(step -> new Moment(timeline.timeOf(step), () -> tally.add(sensing.store(batch(step)))))
                .toList();
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
}
