package io.chengyun.platform.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.locationtech.jts.geom.Coordinate;

class AreaLocatorProperties {

    private static final List<AreaShape> UNITS = Minhang.MAP.list(AreaKind.UNIT);
    private static final AreaLocator LOCATOR = new AreaLocator(UNITS);

    @Property
    void anyPointInsideTheOutlineLiesInExactlyOneUnit(@ForAll("pointsInside") Position at) {
        double lon = at.lon();
        double lat = at.lat();
        var point = AreaGeoJson.GEOMETRY.createPoint(new Coordinate(lon, lat));

        var placement = Minhang.PLACES.get(at, Minhang.TODAY);

        long inside = UNITS.stream()
                .filter(unit -> unit.shape().getEnvelopeInternal().contains(lon, lat))
                .filter(unit -> unit.shape().contains(point))
                .count();
        assertThat(inside).isLessThanOrEqualTo(1);
        assertThat(placement.unit().value()).startsWith(placement.committee().value());
        assertThat(placement.grid().value()).startsWith(placement.town().value());
    }

    @Property
    void theLatticeAgreesWithASearchThroughAllUnits(@ForAll("pointsAround") Position at) {
        assertThat(LOCATOR.locate(at.lon(), at.lat())).isEqualTo(searched(at.lon(), at.lat()));
    }

    @Property
    void theLatticeAgreesOnCornersAndJustBesideThem(
            @ForAll @IntRange(min = 0, max = 7000) int unit,
            @ForAll @IntRange(min = 0, max = 100) int corner,
            @ForAll @Scale(7) @DoubleRange(min = -3e-6, max = 3e-6) double east,
            @ForAll boolean exact) {
        var corners = UNITS.get(unit).shape().getCoordinates();
        var at = corners[corner % corners.length];
        double lon = exact ? at.x : at.x + east;

        assertThat(LOCATOR.locate(lon, at.y)).isEqualTo(searched(lon, at.y));
    }

    @Provide
    Arbitrary<Position> pointsAround() {
        return Combinators.combine(degrees(121.23, 121.58), degrees(30.96, 31.27))
                .as(Position::new);
    }

    @Provide
    Arbitrary<Position> pointsInside() {
        var outline = Minhang.MAP.list(AreaKind.DISTRICT).get(0).shape();
        return pointsAround()
                .filter(at -> outline.contains(AreaGeoJson.GEOMETRY.createPoint(new Coordinate(at.lon(), at.lat()))));
    }

    private static Arbitrary<Double> degrees(double from, double to) {
        return Arbitraries.doubles().between(from, to).ofScale(7).withDistribution(RandomDistribution.uniform());
    }

    /** The first unit by code that covers the point, or else the nearest within reach. */
    private static int searched(double lon, double lat) {
        var point = AreaGeoJson.GEOMETRY.createPoint(new Coordinate(lon, lat));
        OptionalInt covering = IntStream.range(0, UNITS.size())
                .filter(i -> UNITS.get(i).shape().getEnvelopeInternal().covers(lon, lat))
                .filter(i -> UNITS.get(i).shape().covers(point))
                .findFirst();
        if (covering.isPresent()) {
            return covering.getAsInt();
        }
        int nearest = -1;
        double least = AreaLocator.REACH;
        for (int i = 0; i < UNITS.size(); i++) {
            var box = UNITS.get(i).shape().getEnvelopeInternal().copy();
            box.expandBy(AreaLocator.REACH);
            if (box.covers(lon, lat) && UNITS.get(i).shape().distance(point) < least) {
                nearest = i;
                least = UNITS.get(i).shape().distance(point);
            }
        }
        return nearest;
    }
}
