package io.chengyun.platform.place;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * All rings of a layer (边界环) laid one after another in one array, so that asking about a random point costs few trips to
 * memory. Immutable.
 */
final class Rings {

    private static final int ON = 0;
    private static final int CROSSED = 1;
    private static final int MISSED = -1;

    /** Longitude and latitude of every corner, ring after ring, shape after shape. */
    private final double[] corners;
    /** For each ring where it begins in {@link #corners}, and at last where all end. */
    private final int[] ringStarts;
    /** For each shape its first ring, and at last the number of rings. */
    private final int[] shapeStarts;

    Rings(List<Geometry> shapes) {
        var rings = new ArrayList<LinearRing>();
        this.shapeStarts = new int[shapes.size() + 1];
        for (int i = 0; i < shapes.size(); i++) {
            collect(shapes.get(i), rings);
            shapeStarts[i + 1] = rings.size();
        }
        this.ringStarts = new int[rings.size() + 1];
        for (int i = 0; i < rings.size(); i++) {
            ringStarts[i + 1] = ringStarts[i] + 2 * rings.get(i).getNumPoints();
        }
        this.corners = new double[ringStarts[rings.size()]];
        int at = 0;
        for (var ring : rings) {
            for (var corner : ring.getCoordinates()) {
                corners[at++] = corner.x;
                corners[at++] = corner.y;
            }
        }
    }

    private static void collect(Geometry shape, List<LinearRing> rings) {
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            var polygon = (Polygon) shape.getGeometryN(i);
            rings.add(polygon.getExteriorRing());
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                rings.add(polygon.getInteriorRingN(hole));
            }
        }
    }

    /** Whether the shape covers the point; its border belongs to it. */
    boolean covers(int shape, double lon, double lat) {
        // Even-odd over all rings is right for holes and for several parts alike.
        boolean inside = false;
        for (int ring = shapeStarts[shape]; ring < shapeStarts[shape + 1]; ring++) {
            for (int i = ringStarts[ring]; i < ringStarts[ring + 1] - 2; i += 2) {
                int side = side(i, lon, lat);
                if (side == ON) {
                    return true;
                }
                inside ^= side == CROSSED;
            }
        }
        return inside;
    }

    /** What the ray from the point to the east does to the side that begins at this corner. */
    private int side(int corner, double lon, double lat) {
        double y1 = corners[corner + 1];
        double y2 = corners[corner + 3];
        if (lat < Math.min(y1, y2) || lat > Math.max(y1, y2)) {
            return MISSED;
        }
        double x1 = corners[corner];
        double x2 = corners[corner + 2];
        if (lon > Math.max(x1, x2)) {
            return MISSED;
        }
        if (y1 == y2) {
            return lon >= Math.min(x1, x2) ? ON : MISSED;
        }
        int turn = CGAlgorithmsDD.orientationIndex(x1, y1, x2, y2, lon, lat);
        if (turn == 0) {
            return ON;
        }
        // A corner on the ray belongs to the side above it, so that it is not counted twice.
        boolean reaches = lat < Math.max(y1, y2);
        return reaches && (turn > 0) == (y2 > y1) ? CROSSED : MISSED;
    }
}
