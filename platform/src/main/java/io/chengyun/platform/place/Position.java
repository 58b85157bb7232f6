package io.chengyun.platform.place;

import io.chengyun.kernel.Malformed;

/**
 * A point on the earth (位置) in WGS84 (CGCS2000) degrees; the shifted GCJ-02 of Chinese base maps never comes here.
 *
 * @param lon longitude, −180 to 180
 * @param lat latitude, −90 to 90
 */
public record Position(double lon, double lat) {

    private static final double METRES_A_DEGREE = 111_320;

    public Position {
        // Written so that NaN fails too.
        if (!(lon >= -180 && lon <= 180)) {
            throw new Malformed("lon", "must be a longitude in degrees, -180 to 180");
        }
        if (!(lat >= -90 && lat <= 90)) {
            throw new Malformed("lat", "must be a latitude in degrees, -90 to 90");
        }
    }

    /** Distance in metres, for places within one city: a plane is near enough. */
    public double metresTo(Position other) {
        double east = (other.lon - lon) * Math.cos(Math.toRadians(lat));
        return METRES_A_DEGREE * Math.hypot(east, other.lat - lat);
    }
}
