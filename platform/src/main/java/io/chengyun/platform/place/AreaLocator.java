package io.chengyun.platform.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Finds the one area of a layer (图层) in which a point lies. Immutable, so any thread may ask.
 *
 * <p>A lattice of about 100 m lies over the layer; each of its fields knows the few areas that reach into it, so most
 * points are decided by looking at one or two small rings. A point on a common border belongs to the area with the lower
 * code. A point up to {@link #REACH} outside all areas belongs to the nearest: coordinates are rounded, so the border of
 * the district and that of its parts may differ by so much.
 */
final class AreaLocator {

    /** Two millionths of a degree, about 0.2 m. */
    static final double REACH = 2e-6;

    private static final double FIELD = 0.001;
    private static final int[] NOBODY = {};

    private final List<AreaShape> shapes;
    private final Rings rings;
    private final Envelope box;
    private final int columns;
    private final int[][] fields;
    private final boolean[] whole;

    /** @param shapes the areas of one layer, ordered by code */
    AreaLocator(List<AreaShape> shapes) {
        this.shapes = List.copyOf(shapes);
        this.rings = new Rings(shapes.stream().map(AreaShape::shape).toList());
        this.box = new Envelope();
        shapes.forEach(shape -> box.expandToInclude(shape.shape().getEnvelopeInternal()));
        box.expandBy(2 * REACH);
        this.columns = (int) Math.ceil(box.getWidth() / FIELD) + 1;
        int rows = (int) Math.ceil(box.getHeight() / FIELD) + 1;
        this.fields = new int[box.isNull() ? 0 : columns * rows][];
        Arrays.fill(fields, NOBODY);
        this.whole = new boolean[fields.length];
        for (int i = 0; i < shapes.size(); i++) {
            enter(i, shapes.get(i).shape());
        }
    }

    /** In fields that a side comes near each point is looked at; of any other its middle speaks for the whole. */
    private void enter(int index, Geometry shape) {
        var near = new Near(shape.getEnvelopeInternal());
        rings.sides(index, near);
        for (int row = 0; row < near.marks.length; row++) {
            for (int column = 0; column < near.marks[row].length; column++) {
                boolean marked = near.marks[row][column];
                double lon = box.getMinX() + (near.left + column + 0.5) * FIELD;
                double lat = box.getMinY() + (near.bottom + row + 0.5) * FIELD;
                if (marked || rings.covers(index, lon, lat)) {
                    add(index, (near.bottom + row) * columns + near.left + column, !marked);
                }
            }
        }
    }

    private void add(int index, int at, boolean all) {
        fields[at] = Arrays.copyOf(fields[at], fields[at].length + 1);
        fields[at][fields[at].length - 1] = index;
        whole[at] = fields[at].length == 1 && all;
    }

    /** The fields around one shape, and which of them, with their surroundings as far as the reach goes, its sides touch. */
    private final class Near {

        private final int left;
        private final int bottom;
        private final boolean[][] marks;

        Near(Envelope shape) {
            left = column(shape.getMinX() - 2 * REACH);
            bottom = row(shape.getMinY() - 2 * REACH);
            marks = new boolean[row(shape.getMaxY() + 2 * REACH) - bottom + 1]
                    [column(shape.getMaxX() + 2 * REACH) - left + 1];
        }

        void side(double x1, double y1, double x2, double y2) {
            double low = Math.min(y1, y2);
            double high = Math.max(y1, y2);
            for (int row = row(low - 2 * REACH); row <= row(high + 2 * REACH); row++) {
                double edge = box.getMinY() + row * FIELD;
                double from = Math.max(low, edge - 2 * REACH);
                double to = Math.min(high, edge + FIELD + 2 * REACH);
                double a = y1 == y2 ? x1 : x1 + (x2 - x1) * (from - y1) / (y2 - y1);
                double b = y1 == y2 ? x2 : x1 + (x2 - x1) * (to - y1) / (y2 - y1);
                int last = column(Math.max(a, b) + 2 * REACH);
                for (int column = column(Math.min(a, b) - 2 * REACH); column <= last; column++) {
                    marks[row - bottom][column - left] = true;
                }
            }
        }
    }

    /** Index of the area in which the point lies, in the order the areas came in; −1 if in none. */
    int locate(double lon, double lat) {
        if (!box.contains(lon, lat)) {
            return -1;
        }
        int at = row(lat) * columns + column(lon);
        var candidates = fields[at];
        if (whole[at]) {
            return candidates[0];
        }
        for (int candidate : candidates) {
            if (rings.covers(candidate, lon, lat)) {
                return candidate;
            }
        }
        return candidates.length == 0 ? -1 : nearest(candidates, new Coordinate(lon, lat));
    }

    private int nearest(int[] candidates, Coordinate at) {
        var point = AreaGeoJson.GEOMETRY.createPoint(at);
        int nearest = -1;
        double least = REACH;
        for (int candidate : candidates) {
            double distance = shapes.get(candidate).shape().distance(point);
            if (distance < least) {
                nearest = candidate;
                least = distance;
            }
        }
        return nearest;
    }

    private int row(double lat) {
        return (int) ((lat - box.getMinY()) / FIELD);
    }

    private int column(double lon) {
        return (int) ((lon - box.getMinX()) / FIELD);
    }

    /**
     * All rings of a layer (边界环) laid one after another in one array, so that asking about a random point costs few trips to
     * memory. Immutable.
     */
    private static final class Rings {

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

        void sides(int shape, Near near) {
            for (int ring = shapeStarts[shape]; ring < shapeStarts[shape + 1]; ring++) {
                for (int i = ringStarts[ring]; i < ringStarts[ring + 1] - 2; i += 2) {
                    near.side(corners[i], corners[i + 1], corners[i + 2], corners[i + 3]);
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
}
