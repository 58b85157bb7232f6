package io.chengyun.platform.situation;

import io.chengyun.platform.casework.CaseCard;
import io.chengyun.platform.place.District;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.warning.Warning;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The city at one moment (一张图).
 *
 * @param at the house's time
 * @param last the journal's number up to which everything is in it; the stream goes on from here
 * @param lag how many entries of the journal are not in it yet; 0 when all is well
 * @param crowd how many sensors there are, and whether all are in it
 * @param sensors all of them, or those that hold a grade, each with its unit and the time of its value
 * @param warnings those in force, in all towns
 * @param cases those in the caller's scope that are open or ended a short while ago
 */
record Picture(
        Instant at,
        long last,
        long lag,
        DistrictView district,
        Crowd crowd,
        List<SensorView> sensors,
        List<Warning> warnings,
        List<CaseCard> cases) {

    /**
     * The district as a map needs it (区).
     *
     * @param centre longitude and latitude
     * @param synthetic whether its boundaries were generated: then the map has to say so
     * @param baseMap background tiles; null when there are none
     */
    record DistrictView(
            String code,
            String name,
            String nameEn,
            List<Double> centre,
            boolean synthetic,
            District.@Nullable BaseMap baseMap) {

        static DistrictView of(District district) {
            Position centre = district.centre();
            return new DistrictView(
                    district.code(),
                    district.name(),
                    district.nameEn(),
                    List.of(centre.lon(), centre.lat()),
                    district.synthetic(),
                    district.baseMap().enabled() ? district.baseMap() : null);
        }
    }
}
