package io.chengyun.platform.place;

import io.chengyun.kernel.Malformed;

/**
 * A point on the earth (位置) in WGS84 (CGCS2000) degrees; the shifted GCJ-02 of Chinese base maps never comes here.
 *
 * @param lon longitude, −180 to 180
 * @param lat latitude, −90 to 90
 */
public record Position(double lon, double lat) {

    private static final double MEAN_RADIUS_METRES = 6_371_008.8;

    public Position {
        // Written so that NaN fails too.
        if (!(lon >= -180 && lon <= 180)) {
            throw new Malformed("lon", "must be a longitude in degrees, -180 to 180");
        }
        if (!(lat >= -90 && lat <= 90)) {
            throw new Malformed("lat", "must be a latitude in degrees, -90 to 90");
        }
    }

    /** Metres along the earth to another point, a sphere of the mean radius (IUGG) taken for it. */
    public double metresTo(Position other) {
        double phi = Math.toRadians(lat);
        double otherPhi = Math.toRadians(other.lat);
        double up = Math.sin((otherPhi - phi) / 2);
        double along = Math.sin(Math.toRadians(other.lon - lon) / 2);
        double part = up * up + Math.cos(phi) * Math.cos(otherPhi) * along * along;
        return 2 * MEAN_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(part)));
    }
}
