package io.chengyun.platform.demo;

import io.chengyun.platform.journal.Timed;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.NewThing;
import io.chengyun.platform.sensing.ObservationBatch;
import io.chengyun.platform.sensing.Sensing;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Plays the storm: every five minutes of the house's time each sample device sends what it would have measured. */
final class StormPlayer implements Timed {

    private static final Duration BEFORE_THE_RAIN = Duration.ofMinutes(10);
    private static final double DRAINED_MM = 5.0;
    private static final double CM_PER_MM = 0.8;

    private final StormTrack track;
    private final SampleDevices devices;
    private final FastClock clock;
    private final Sensing sensing;
    private final Instant begin;
    private final Map<Datastream, Double> depths = new LinkedHashMap<>();
    private final Map<Datastream, Double> rains = new LinkedHashMap<>();
    private Instant slot;

    StormPlayer(StormTrack track, SampleDevices devices, FastClock clock, Sensing sensing) {
        this.track = track;
        this.devices = devices;
        this.clock = clock;
        this.sensing = sensing;
        this.slot = nextSlot(clock.startedFrom());
        this.begin = slot.plus(BEFORE_THE_RAIN);
    }

    private static Instant nextSlot(Instant from) {
        long step = SampleDevices.INTERVAL.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(from.getEpochSecond(), step) * step + step);
    }

    @Override
    public String name() {
        return "demo.storm";
    }

    @Override
    public synchronized Instant nextDueAt() {
        return slot;
    }

    @Override
    public synchronized void fireDue() {
        register();
        while (!slot.isAfter(clock.instant())) {
            sensing.send(observations(slot));
            slot = slot.plus(SampleDevices.INTERVAL);
        }
    }

    private void register() {
        if (rains.isEmpty()) {
            add(devices.gauges(), rains);
            add(devices.lowPoints(), depths);
        }
    }

    private void add(List<NewThing> things, Map<Datastream, Double> streams) {
        things.forEach(thing -> sensing.register(thing).forEach(stream -> streams.put(stream, 0.0)));
    }

    private ObservationBatch observations(Instant at) {
        var batch = new ObservationBatch("demo");
        rains.replaceAll((stream, before) -> rain(stream, at));
        depths.replaceAll((stream, before) -> depth(before, rain(stream, at)));
        rains.forEach((stream, value) -> batch.add(stream.id(), at, value));
        depths.forEach((stream, value) -> batch.add(stream.id(), at, value));
        return batch;
    }

    private double rain(Datastream stream, Instant at) {
        var to = Duration.between(begin, at);
        return track.millimetres(
                Objects.requireNonNull(stream.position(), "sample devices stand somewhere"),
                to.minus(SampleDevices.INTERVAL),
                to);
    }

    /** Water stands where more falls than drains away; centimetres to a tenth. */
    private static double depth(double before, double rain) {
        double after = Math.max(0, before + CM_PER_MM * (rain - DRAINED_MM));
        return Math.round(after * 10) / 10.0;
    }
}
