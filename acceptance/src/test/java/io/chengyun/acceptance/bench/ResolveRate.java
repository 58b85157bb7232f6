package io.chengyun.acceptance.bench;

import io.chengyun.acceptance.house.Places;
import io.chengyun.platform.place.AreaKind;
import io.chengyun.platform.place.Position;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;

/** Points a second to unit grid, grid, committee, town and organisation, on one thread. */
final class ResolveRate implements Measurement {

    private static final int POINTS = 200_000;
    private static final int ROUNDS = 5;

    @Override
    public String name() {
        return "place.resolve";
    }

    @Override
    public Figure measure(Path folder) throws ParseException {
        var places = io.chengyun.platform.place.Places.of(
                Places.ROOT.resolve("districts/minhang"), Clock.systemDefaultZone());
        var today = places.today();
        var points = points(places);
        double ours = rate(points, point -> places.find(point, today).isPresent() ? 1 : 0);
        var units = units(places, today);
        var tree = new STRtree();
        units.forEach(unit -> tree.insert(unit.getEnvelopeInternal(), unit));
        tree.build();
        double plain = rate(points, point -> inside(tree, point));
        var note = points.size() + " random points, " + units.size() + " unit grids; the reference finds the unit only";
        return new Figure(name(), ours, "points/s", new Figure.Reference("JTS STRtree + contains", plain), note);
    }

    private static double rate(List<Position> points, ToIntFunction<Position> resolve) {
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            long found = points.stream().mapToInt(resolve).sum();
            if (found == 0) {
                throw new IllegalStateException("no point lies in the district");
            }
            best = Math.max(best, points.size() / DataArrayRate.seconds(begin));
        }
        return best;
    }

    private static int inside(STRtree tree, Position point) {
        var geometry = new GeometryFactory().createPoint(new Coordinate(point.lon(), point.lat()));
        for (Object candidate : tree.query(geometry.getEnvelopeInternal())) {
            if (((Geometry) candidate).contains(geometry)) {
                return 1;
            }
        }
        return 0;
    }

    private static List<Position> points(io.chengyun.platform.place.Places places) {
        var random = new Random(310112);
        var centre = places.districtCentre();
        var points = new ArrayList<Position>();
        while (points.size() < POINTS) {
            var point = new Position(
                    centre.lon() + (random.nextDouble() - 0.5) * 0.24,
                    centre.lat() + (random.nextDouble() - 0.5) * 0.28);
            if (places.find(point, places.today()).isPresent()) {
                points.add(point);
            }
        }
        return points;
    }

    private static List<Geometry> units(io.chengyun.platform.place.Places places, LocalDate today)
            throws ParseException {
        var all = new GeoJsonReader().read(places.geoJson(AreaKind.UNIT, today));
        var units = new ArrayList<Geometry>();
        for (int i = 0; i < all.getNumGeometries(); i++) {
            units.add(all.getGeometryN(i));
        }
        return units;
    }
}
