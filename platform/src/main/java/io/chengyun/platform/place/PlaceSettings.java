package io.chengyun.platform.place;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the district package (区包) lies and how strictly imported boundaries are checked.
 *
 * @param district folder of the district package, relative to the working directory
 * @param outside what becomes of a matter whose point lies outside the district
 * @param toleranceMetres width below which a gap or an overlap between imported areas is a rounding matter
 */
@ConfigurationProperties("chengyun.place")
record PlaceSettings(
        @DefaultValue("districts/minhang") String district,
        @DefaultValue("refuse") Outside outside,
        @DefaultValue("" + PlaceSettings.TOLERANCE_METRES) double toleranceMetres) {

    /** A package's border and that of its parts may differ by rounding, at most {@link AreaLocator#REACH}. */
    static final double TOLERANCE_METRES = 0.5;

    /** Matters of elsewhere (区外事项): refused, or booked under the district's centre, as a replay of another city's needs. */
    enum Outside {
        REFUSE,
        CENTRE
    }

    /** Made here, not by the framework: its own conversion would look for the folder on the class path first. */
    Path folder() {
        return Path.of(district);
    }
}
