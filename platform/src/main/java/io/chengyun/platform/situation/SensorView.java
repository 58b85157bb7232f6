package io.chengyun.platform.situation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Grade;
import io.chengyun.platform.sensing.LatestValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A sensor on the map (感知点): what it is, where it stands, and what it last said; flat in JSON. */
record SensorView(
        @JsonUnwrapped Instrument instrument,
        @JsonUnwrapped Site site,
        @JsonUnwrapped Latest latest) {

    /**
     * 设备: the datastream, the thing that observes, and what it observes in which unit.
     *
     * @param stream the datastream's id
     */
    record Instrument(
            long stream,
            String thing,
            String thingName,
            String property,
            String propertyName,
            String propertyNameEn,
            String unit) {}

    /**
     * 位置 in WGS84 degrees.
     *
     * @param town null for a sensor that stands outside the district
     */
    record Site(double lon, double lat, @Nullable AreaCode town) {}

    /**
     * 最新值.
     *
     * @param value null when nothing came yet
     * @param at when it was observed
     * @param state UNKNOWN when it says nothing about now any more: older than twice the interval
     * @param grade the gravest grade that a standing warning holds because of this sensor; null for none
     */
    record Latest(
            @Nullable Double value,
            @Nullable Instant at,
            LatestValue.State state,
            @Nullable Grade grade) {}

    long stream() {
        return instrument.stream();
    }
}
