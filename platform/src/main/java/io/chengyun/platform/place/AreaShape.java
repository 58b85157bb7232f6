package io.chengyun.platform.place;

import org.locationtech.jts.geom.Geometry;

/** An area and its boundary (区域边界), in degrees of longitude and latitude, WGS84. The geometry is never changed. */
record AreaShape(Area area, Geometry shape) {

    String code() {
        return area.code().value();
    }
}
