package io.chengyun.platform.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.CoverageUnion;

/** Faces put together so that every owner gets one connected piece: what is cut off goes to the nearest neighbour. */
final class Patches {

    private final List<Polygon> faces;
    private final int[] owner;

    Patches(List<Polygon> faces, int[] owner) {
        this.faces = faces;
        this.owner = owner.clone();
    }

    /** One polygon an owner, in the order of owners. */
    List<Polygon> settled(int owners) {
        for (int round = 0; round < 20; round++) {
            var pieces = pieces();
            if (pieces.stream().allMatch(piece -> piece instanceof Polygon)) {
                if (pieces.size() != owners) {
                    throw new IllegalStateException(pieces.size() + " pieces for " + owners + " owners");
                }
                return pieces.stream().map(Polygon.class::cast).toList();
            }
            for (int i = 0; i < pieces.size(); i++) {
                handOver(i, pieces.get(i));
            }
        }
        throw new IllegalStateException("faces do not settle");
    }

    private List<Geometry> pieces() {
        var groups = new TreeMap<Integer, List<Polygon>>();
        for (int i = 0; i < faces.size(); i++) {
            groups.computeIfAbsent(owner[i], any -> new ArrayList<>()).add(faces.get(i));
        }
        var pieces = new ArrayList<Geometry>();
        for (var group : groups.values()) {
            pieces.add(union(group));
        }
        return pieces;
    }

    static Geometry union(List<Polygon> parts) {
        var union = parts.size() == 1
                ? parts.get(0).copy()
                : CoverageUnion.union(AreaGeoJson.GEOMETRY.createGeometryCollection(parts.toArray(Geometry[]::new)));
        return union.norm();
    }

    private void handOver(int from, Geometry piece) {
        if (piece instanceof Polygon) {
            return;
        }
        var largest = piece.getGeometryN(0);
        for (int i = 1; i < piece.getNumGeometries(); i++) {
            var part = piece.getGeometryN(i);
            largest = part.getArea() > largest.getArea() ? part : largest;
        }
        for (int i = 0; i < faces.size(); i++) {
            if (owner[i] == from && !largest.covers(faces.get(i).getInteriorPoint())) {
                owner[i] = neighbour(i);
            }
        }
    }

    private int neighbour(int face) {
        var border = faces.get(face).getBoundary();
        return IntStream.range(0, faces.size())
                .filter(i -> owner[i] != owner[face])
                .filter(i -> faces.get(i).getEnvelopeInternal().intersects(border.getEnvelopeInternal()))
                .boxed()
                .max(Comparator.comparingDouble((Integer i) ->
                                border.intersection(faces.get(i).getBoundary()).getLength())
                        .thenComparing(Comparator.reverseOrder()))
                .map(i -> owner[i])
                .orElse(owner[face]);
    }
}
