package io.chengyun.platform.place;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

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

    private void enter(int index, Geometry shape) {
        var prepared = PreparedGeometryFactory.prepare(shape);
        var reach = shape.getEnvelopeInternal().copy();
        reach.expandBy(2 * REACH);
        for (int row = row(reach.getMinY()); row <= row(reach.getMaxY()); row++) {
            for (int column = column(reach.getMinX()); column <= column(reach.getMaxX()); column++) {
                var field = AreaGeoJson.GEOMETRY.toGeometry(field(row, column));
                if (prepared.intersects(field)) {
                    int at = row * columns + column;
                    fields[at] = Arrays.copyOf(fields[at], fields[at].length + 1);
                    fields[at][fields[at].length - 1] = index;
                    whole[at] = fields[at].length == 1 && prepared.containsProperly(field);
                }
            }
        }
    }

    /** A field and its surroundings as far as the reach goes. */
    private Envelope field(int row, int column) {
        double x = box.getMinX() + column * FIELD;
        double y = box.getMinY() + row * FIELD;
        var field = new Envelope(x, x + FIELD, y, y + FIELD);
        field.expandBy(2 * REACH);
        return field;
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
}
