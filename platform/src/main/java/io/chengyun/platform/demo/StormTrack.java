package io.chengyun.platform.demo;

import io.chengyun.platform.place.Position;
import java.time.Duration;

/** A storm that crosses the district from west to east: who lies off its track gets less, who lies east gets it later. */
final class StormTrack {

    private static final double KM_PER_DEGREE = 111.2;
    private static final double CORE_KM = 9;
    private static final double EDGE_SHARE = 0.25;
    private static final double CORE_SHARE = 0.85;
    private static final double KM_PER_HOUR = 40;

    private final DesignStorm storm;
    private final Position centre;

    StormTrack(DesignStorm storm, Position centre) {
        this.storm = storm;
        this.centre = centre;
    }

    /** Rain at a place between two moments after the storm's beginning, in mm to a tenth. */
    double millimetres(Position place, Duration from, Duration to) {
        double eastKm = (place.lon() - centre.lon()) * KM_PER_DEGREE * Math.cos(Math.toRadians(centre.lat()));
        double northKm = (place.lat() - centre.lat()) * KM_PER_DEGREE;
        var delay = Duration.ofSeconds(Math.round(Math.max(0, 15 + eastKm) / KM_PER_HOUR * 3_600));
        double offTrack = northKm / CORE_KM;
        double share = EDGE_SHARE + CORE_SHARE * Math.exp(-offTrack * offTrack);
        return Math.round(share * storm.millimetres(from.minus(delay), to.minus(delay)) * 10) / 10.0;
    }
}
