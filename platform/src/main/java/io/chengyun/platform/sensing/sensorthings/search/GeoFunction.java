package io.chengyun.platform.sensing.sensorthings.search;

import java.util.Arrays;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/** The geospatial functions of the standard (空间函数). Plane geometry over degrees, as the reference server has it. */
enum GeoFunction {
    DISTANCE("geo.distance", 2, false),
    LENGTH("geo.length", 1, false),
    INTERSECTS("geo.intersects", 2, true),
    ST_EQUALS("st_equals", 2, true),
    ST_DISJOINT("st_disjoint", 2, false),
    ST_TOUCHES("st_touches", 2, true),
    ST_WITHIN("st_within", 2, true),
    ST_OVERLAPS("st_overlaps", 2, true),
    ST_CROSSES("st_crosses", 2, true),
    ST_INTERSECTS("st_intersects", 2, true),
    ST_CONTAINS("st_contains", 2, true),
    ST_RELATE("st_relate", 3, false);

    private final String word;
    private final int given;
    private final boolean near;

    GeoFunction(String word, int given, boolean near) {
        this.word = word;
        this.given = given;
        this.near = near;
    }

    static Optional<GeoFunction> find(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    String word() {
        return word;
    }

    int given() {
        return given;
    }

    /** Whether it can only hold between places whose bounds touch. */
    boolean near() {
        return near;
    }

    /** Whether it gives a number; the others give true or false. */
    boolean measures() {
        return this == DISTANCE || this == LENGTH;
    }

    /** The value between two places; true is 1. */
    double weigh(Geometry one, Geometry other, String pattern) {
        return switch (this) {
            case DISTANCE -> one.distance(other);
            case LENGTH -> one.getLength();
            case INTERSECTS, ST_INTERSECTS -> truth(one.intersects(other));
            case ST_EQUALS -> truth(one.equalsTopo(other));
            case ST_DISJOINT -> truth(one.disjoint(other));
            case ST_TOUCHES -> truth(one.touches(other));
            case ST_WITHIN -> truth(one.within(other));
            case ST_OVERLAPS -> truth(one.overlaps(other));
            case ST_CROSSES -> truth(one.crosses(other));
            case ST_CONTAINS -> truth(one.contains(other));
            case ST_RELATE -> truth(one.relate(other, pattern));
        };
    }

    private static double truth(boolean holds) {
        return holds ? 1 : 0;
    }
}
