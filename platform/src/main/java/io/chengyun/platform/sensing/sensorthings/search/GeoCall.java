package io.chengyun.platform.sensing.sensorthings.search;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.sensing.sensorthings.search.Value.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * A geospatial function between stored places and one that the caller wrote (空间判断).
 *
 * @param written null for a function of one place
 * @param writtenFirst whether it is the function's first
 * @param pattern intersection matrix of {@code st_relate}, otherwise empty
 * @param within of a distance, how far is far enough to be of no interest; infinite = all are wanted
 */
record GeoCall(
        GeoFunction function,
        Shapes shapes,
        @Nullable Geometry written,
        boolean writtenFirst,
        String pattern,
        double within) {

    GeoCall within(double farthest) {
        return new GeoCall(function, shapes, written, writtenFirst, pattern, farthest);
    }

    static Geometry read(String option, String text) {
        var bare = text.strip().replaceFirst("(?i)^SRID=4326;", "");
        try {
            return new WKTReader().read(bare);
        } catch (ParseException | IllegalArgumentException torn) {
            throw new Malformed(option, "'" + text + "' is no well-known text such as POINT (121.4 31.1)");
        }
    }

    static String pattern(String option, List<Value> given) {
        if (given.size() < 3) {
            return "";
        }
        var text = given.get(2).need(Type.TEXT, option, "st_relate").bound();
        var pattern = text.size() == 1 ? text.get(0).toString() : "";
        if (!pattern.matches("[TF*012]{9}")) {
            throw new Malformed(option, "st_relate needs a pattern of nine letters of T, F, *, 0, 1 and 2");
        }
        return pattern;
    }

    /** The value for a stored place; NaN where the two cannot be held against each other. */
    double weigh(Geometry stored) {
        var other = written == null ? stored : written;
        try {
            return writtenFirst ? function.weigh(other, stored, pattern) : function.weigh(stored, other, pattern);
        } catch (TopologyException | IllegalArgumentException crooked) {
            return Double.NaN;
        }
    }
}
