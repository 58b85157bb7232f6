package io.chengyun.platform.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/**
 * A polygon cut into about equal cells with straight sides: a Voronoi diagram whose seeds were moved to the middle of
 * their cells again and again (Lloyd).
 *
 * @param cells the cells, neighbours following each other
 * @param cuts the lines between them, all inside the polygon
 */
record Mosaic(List<Polygon> cells, List<LineString> cuts) {

    private static final int ROUNDS = 15;
    private static final int CANDIDATES = 8;

    static Mosaic of(Polygon whole, int count, long seed) {
        if (count == 1) {
            return new Mosaic(List.of(whole), List.of());
        }
        var seeds = scattered(whole, count, new Random(seed));
        for (int round = 0; round < ROUNDS; round++) {
            seeds = centred(whole, seeds);
        }
        var cuts = new ArrayList<LineString>();
        var lines = diagramLines(whole, seeds);
        collectLines(lines.intersection(whole), cuts);
        var faces = faces(whole, lines);
        var owner = new int[faces.size()];
        for (int i = 0; i < owner.length; i++) {
            owner[i] = nearest(faces.get(i).getInteriorPoint().getCoordinate(), seeds);
        }
        return new Mosaic(chained(new Patches(faces, owner).settled(count)), cuts);
    }

    /** Each new seed is the candidate farthest from those that stand. */
    private static List<Coordinate> scattered(Polygon whole, int count, Random random) {
        var seeds = new ArrayList<Coordinate>();
        while (seeds.size() < count) {
            Coordinate best = inside(whole, random);
            for (int i = 1; i < CANDIDATES; i++) {
                var other = inside(whole, random);
                best = clearance(other, seeds) > clearance(best, seeds) ? other : best;
            }
            seeds.add(best);
        }
        return seeds;
    }

    private static Coordinate inside(Polygon whole, Random random) {
        var box = whole.getEnvelopeInternal();
        while (true) {
            var at = new Coordinate(
                    box.getMinX() + random.nextDouble() * box.getWidth(),
                    box.getMinY() + random.nextDouble() * box.getHeight());
            if (whole.contains(AreaGeoJson.GEOMETRY.createPoint(at))) {
                return at;
            }
        }
    }

    private static double clearance(Coordinate at, List<Coordinate> seeds) {
        return seeds.stream().mapToDouble(at::distance).min().orElse(0);
    }

    private static List<Coordinate> centred(Polygon whole, List<Coordinate> seeds) {
        var moved = new ArrayList<Coordinate>();
        var diagram = diagram(whole, seeds);
        for (int i = 0; i < diagram.getNumGeometries(); i++) {
            var cell = diagram.getGeometryN(i);
            var part = cell.intersection(whole);
            var middle = largest(part).getCentroid();
            moved.add(
                    whole.contains(middle)
                            ? middle.getCoordinate()
                            : part.getInteriorPoint().getCoordinate());
        }
        if (moved.size() != seeds.size()) {
            throw new IllegalStateException("two seeds met");
        }
        moved.sort(Comparator.naturalOrder());
        return moved;
    }

    private static Geometry largest(Geometry part) {
        var largest = part.getGeometryN(0);
        for (int i = 1; i < part.getNumGeometries(); i++) {
            largest = part.getGeometryN(i).getArea() > largest.getArea() ? part.getGeometryN(i) : largest;
        }
        return largest;
    }

    private static VoronoiDiagramBuilder builder(Polygon whole, List<Coordinate> seeds) {
        var builder = new VoronoiDiagramBuilder();
        builder.setSites(seeds);
        var box = whole.getEnvelopeInternal();
        box.expandBy(box.getDiameter());
        builder.setClipEnvelope(box);
        return builder;
    }

    private static Geometry diagram(Polygon whole, List<Coordinate> seeds) {
        return builder(whole, seeds).getDiagram(AreaGeoJson.GEOMETRY);
    }

    private static Geometry diagramLines(Polygon whole, List<Coordinate> seeds) {
        return OverlayNGRobust.union(lines(diagram(whole, seeds)));
    }

    private static Geometry lines(Geometry diagram) {
        var lines = new ArrayList<Geometry>();
        for (int i = 0; i < diagram.getNumGeometries(); i++) {
            lines.add(diagram.getGeometryN(i).getBoundary());
        }
        return AreaGeoJson.GEOMETRY.buildGeometry(lines);
    }

    static void collectLines(Geometry from, List<LineString> into) {
        for (int i = 0; i < from.getNumGeometries(); i++) {
            if (from.getGeometryN(i) instanceof LineString line && !line.isEmpty()) {
                into.add(line);
            }
        }
    }

    /** The faces inside the border, in an order that does not depend on the machine. */
    private static List<Polygon> faces(Polygon whole, Geometry lines) {
        // The lines are longer than the polygon is wide: cut to its border they would end a hair before it.
        return polygonized(OverlayNGRobust.overlay(lines, whole.getBoundary(), OverlayNG.UNION)).stream()
                .filter(face -> whole.contains(face.getInteriorPoint()))
                .toList();
    }

    static List<Polygon> polygonized(Geometry noded) {
        var polygonizer = new Polygonizer();
        polygonizer.add(noded);
        var faces = new ArrayList<Polygon>();
        for (var face : polygonizer.getPolygons()) {
            faces.add((Polygon) ((Polygon) face).norm());
        }
        faces.sort(Comparator.naturalOrder());
        return faces;
    }

    private static int nearest(Coordinate at, List<Coordinate> seeds) {
        int nearest = 0;
        for (int i = 1; i < seeds.size(); i++) {
            nearest = at.distance(seeds.get(i)) < at.distance(seeds.get(nearest)) ? i : nearest;
        }
        return nearest;
    }

    /** From the north-western cell always on to the nearest that was not yet visited, so that codes lie side by side. */
    private static List<Polygon> chained(List<Polygon> cells) {
        var left = new ArrayList<>(cells);
        left.sort(Comparator.comparingDouble(
                (Polygon cell) -> cell.getCentroid().getX() - cell.getCentroid().getY()));
        var chain = new ArrayList<Polygon>();
        chain.add(left.remove(0));
        while (!left.isEmpty()) {
            var last = chain.get(chain.size() - 1).getCentroid();
            left.sort(Comparator.comparingDouble(
                    (Polygon cell) -> cell.getCentroid().distance(last)));
            chain.add(left.remove(0));
        }
        return chain;
    }
}
