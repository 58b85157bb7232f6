package io.chengyun.platform.place;

import static io.chengyun.platform.place.AreaProblem.Flaw.GAP;
import static io.chengyun.platform.place.AreaProblem.Flaw.INVALID_SHAPE;
import static io.chengyun.platform.place.AreaProblem.Flaw.OUTSIDE_PARENT;
import static io.chengyun.platform.place.AreaProblem.Flaw.OVERLAP;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.valid.IsValidOp;

/** Decides whether boundaries fit (边界审查): each valid, none over another, together exactly the area above. */
final class ShapeRules {

    private static final double METRES_A_DEGREE = 111_000;

    private final double toleranceMetres;

    /** @param toleranceMetres strips narrower than this come from rounding and are no problem */
    ShapeRules(double toleranceMetres) {
        this.toleranceMetres = toleranceMetres;
    }

    List<AreaProblem> check(AreaKind kind, List<AreaShape> shapes, List<AreaShape> parents) {
        var problems = new ArrayList<AreaProblem>();
        var sound = new ArrayList<AreaShape>();
        for (var shape : shapes) {
            sound.add(soundPart(shape, problems));
        }
        checkOverlaps(sound, problems);
        if (kind.above().isPresent()) {
            checkCover(kind, sound, parents, problems);
        }
        return problems;
    }

    /** The shape, or what can be made of an invalid one so that its other problems are found too. */
    private static AreaShape soundPart(AreaShape shape, List<AreaProblem> problems) {
        var wrong = new IsValidOp(shape.shape()).getValidationError();
        if (wrong == null) {
            return shape;
        }
        var at = wrong.getCoordinate();
        problems.add(new AreaProblem(
                INVALID_SHAPE, shape.code(), wrong.getMessage() + (at == null ? "" : " at " + at.x + "," + at.y)));
        return new AreaShape(shape.area(), GeometryFixer.fix(shape.shape()));
    }

    private void checkOverlaps(List<AreaShape> shapes, List<AreaProblem> problems) {
        var tree = new STRtree();
        for (int i = 0; i < shapes.size(); i++) {
            tree.insert(shapes.get(i).shape().getEnvelopeInternal(), i);
        }
        for (int i = 0; i < shapes.size(); i++) {
            var shape = shapes.get(i);
            for (var met : tree.query(shape.shape().getEnvelopeInternal())) {
                if ((Integer) met < i) {
                    var other = shapes.get((Integer) met);
                    var both = OverlayNGRobust.overlay(shape.shape(), other.shape(), OverlayNG.INTERSECTION);
                    report(OVERLAP, other.code() + " and " + shape.code(), both, problems);
                }
            }
        }
    }

    private void checkCover(
            AreaKind kind, List<AreaShape> shapes, List<AreaShape> parents, List<AreaProblem> problems) {
        Map<String, List<AreaShape>> parts = shapes.stream()
                .collect(Collectors.groupingBy(
                        shape -> AreaRules.CodeTable.parentOf(kind, shape.area().code())));
        for (var parent : parents) {
            var cover = OverlayNGRobust.union(
                    parts.getOrDefault(parent.code(), List.of()).stream()
                            .map(AreaShape::shape)
                            .toList(),
                    AreaGeoJson.GEOMETRY);
            var whole = parent.shape();
            report(GAP, parent.code(), OverlayNGRobust.overlay(whole, cover, OverlayNG.DIFFERENCE), problems);
            report(
                    OUTSIDE_PARENT,
                    parent.code(),
                    OverlayNGRobust.overlay(cover, whole, OverlayNG.DIFFERENCE),
                    problems);
        }
    }

    private void report(AreaProblem.Flaw flaw, String area, Geometry region, List<AreaProblem> problems) {
        for (int i = 0; i < region.getNumGeometries(); i++) {
            if (region.getGeometryN(i) instanceof Polygon piece && width(piece) > toleranceMetres) {
                var at = piece.getInteriorPoint();
                problems.add(new AreaProblem(
                        flaw,
                        area,
                        String.format(
                                Locale.ROOT,
                                "%.0f m² at %.6f,%.6f",
                                metric(piece).getArea(),
                                at.getX(),
                                at.getY())));
            }
        }
    }

    /** Width in metres of a strip with this area and this border. */
    private static double width(Polygon piece) {
        var metric = metric(piece);
        return piece.isEmpty() ? 0 : 2 * metric.getArea() / metric.getLength();
    }

    private static Geometry metric(Polygon piece) {
        double squeeze = Math.cos(Math.toRadians(piece.getEnvelopeInternal().getMinY()));
        return AffineTransformation.scaleInstance(METRES_A_DEGREE * squeeze, METRES_A_DEGREE)
                .transform(piece);
    }
}
