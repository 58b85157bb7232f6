package io.chengyun.platform.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chengyun.kernel.AreaCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.CoverageUnion;

class SyntheticMinhangTest {

    @Test
    void theShippedFilesAreWhatTheGeneratorMakes() throws IOException {
        for (var file : new SyntheticMinhang().make().entrySet()) {
            assertThat(Files.readString(Minhang.FOLDER.resolve(file.getKey())))
                    .as(file.getKey())
                    .isEqualTo(file.getValue());
        }
    }

    @Test
    void everyFileIsSmallerThanAMegabyte() throws IOException {
        try (var files = Files.walk(Minhang.FOLDER.resolve("areas"))) {
            assertThat(files.filter(Files::isRegularFile).toList())
                    .hasSize(18)
                    .allSatisfy(file -> assertThat(Files.size(file)).isLessThan(1_000_000));
        }
    }

    @Test
    void theOutlineIsAsLargeAsTheDistrictAndDrawnWithFewPoints() {
        var outline = shapes(AreaKind.DISTRICT).get(0);

        assertThat(Minhang.squareKilometres(outline)).isBetween(372.6 * 0.95, 372.6 * 1.05);
        assertThat(outline.getNumPoints()).isLessThanOrEqualTo(80);
        assertThat(outline.isValid()).isTrue();
    }

    @Test
    void townsGridsAndCommitteesAreAllThere() {
        assertThat(shapes(AreaKind.TOWN)).hasSize(14);
        assertThat(shapes(AreaKind.GRID)).hasSize(71);
        assertThat(shapes(AreaKind.COMMITTEE)).hasSize(596);
    }

    @Test
    void everyLayerCoversTheDistrictWithoutGapOrOverlap() {
        var outline = shapes(AreaKind.DISTRICT).get(0);
        for (var kind : List.of(AreaKind.TOWN, AreaKind.GRID, AreaKind.COMMITTEE, AreaKind.UNIT)) {
            var layer = shapes(kind).toArray(Geometry[]::new);
            assertThat(CoverageValidator.isValid(layer)).as(kind.layer()).isTrue();
            var union = CoverageUnion.union(AreaGeoJson.GEOMETRY.createGeometryCollection(layer));
            assertThat(union).as(kind.layer()).isInstanceOf(Polygon.class);
            assertThat(((Polygon) union).getNumInteriorRing())
                    .as("holes in %s", kind.layer())
                    .isZero();
            assertThat(DiscreteHausdorffDistance.distance(outline.getBoundary(), union.getBoundary(), 0.01))
                    .as("border of %s", kind.layer())
                    .isLessThan(AreaLocator.REACH);
        }
    }

    @Test
    void everyAreaIsTheSumOfItsParts() {
        assertEachIsUnion(AreaKind.COMMITTEE, AreaKind.UNIT, 12);
        assertEachIsUnion(AreaKind.TOWN, AreaKind.COMMITTEE, 9);
        assertEachIsUnion(AreaKind.TOWN, AreaKind.GRID, 9);
    }

    private static void assertEachIsUnion(AreaKind kind, AreaKind parts, int digits) {
        Map<String, List<AreaShape>> byParent = Minhang.MAP.list(parts).stream()
                .collect(Collectors.groupingBy(part -> part.code().substring(0, digits)));
        for (var whole : Minhang.MAP.list(kind)) {
            var union = CoverageUnion.union(AreaGeoJson.GEOMETRY.createGeometryCollection(
                    byParent.getOrDefault(whole.code(), List.of()).stream()
                            .map(AreaShape::shape)
                            .toArray(Geometry[]::new)));
            assertThat(union.equalsTopo(whole.shape())).as(whole.code()).isTrue();
        }
    }

    @Test
    void unitsAreOneToThreeHundredMetresAcross() {
        assertThat(Minhang.MAP.list(AreaKind.UNIT)).allSatisfy(unit -> {
            assertThat(unit.code()).hasSize(15);
            assertThat(Math.sqrt(Minhang.squareKilometres(unit.shape())) * 1000)
                    .as(unit.code())
                    .isBetween(100.0, 300.0);
        });
    }

    @Test
    void sidesAreNotStairs() {
        long level = 0;
        long all = 0;
        for (var unit : shapes(AreaKind.UNIT)) {
            var path = unit.getCoordinates();
            for (int i = 1; i < path.length; i++) {
                level += path[i].x == path[i - 1].x || path[i].y == path[i - 1].y ? 1 : 0;
                all++;
            }
        }
        assertThat((double) level / all).isLessThan(0.01);
    }

    @Test
    void noCornerWasTakenFromAMapOfTheDistrict() throws IOException {
        var data = Path.of(System.getProperty("chengyun.shared.data", "../../shared/data"));
        var map = data.resolve("geo/minhang_310112_wgs84.geojson");
        assumeTrue(Files.exists(map), "shared data absent: nothing to compare with");
        var text = Files.readString(map, StandardCharsets.UTF_8);
        var real = new HashSet<String>();
        var numbers = Pattern.compile("\\[(\\d+\\.\\d+), ?(\\d+\\.\\d+)]").matcher(text);
        while (numbers.find()) {
            real.add(key(new Coordinate(Double.parseDouble(numbers.group(1)), Double.parseDouble(numbers.group(2)))));
        }
        assertThat(real).isNotEmpty();
        assertThat(List.of(shapes(AreaKind.DISTRICT).get(0).getCoordinates()))
                .noneMatch(corner -> real.contains(key(corner)));
    }

    private static String key(Coordinate at) {
        return "%.5f %.5f".formatted(at.x, at.y);
    }

    @Test
    void townsLieWhereTheyLieInTruth() {
        var pujiang = centre("310112114");
        var jiangchuan = centre("310112001");
        for (var town : Minhang.MAP.list(AreaKind.TOWN)) {
            var centre = Minhang.PLACES.centreOf(town.area().code());
            if (!town.code().equals("310112114")) {
                assertThat(centre.lon()).as(town.code()).isLessThan(pujiang.lon());
            }
            if (!town.code().equals("310112001")) {
                assertThat(centre.lat()).as(town.code()).isGreaterThan(jiangchuan.lat());
            }
        }
        assertThat(centre("310112106").lat()).isGreaterThan(centre("310112102").lat());
        assertThat(centre("310112107").lat()).isGreaterThan(centre("310112108").lat());
        assertThat(centre("310112112").lon()).isLessThan(centre("310112110").lon());
    }

    private static Position centre(String town) {
        return Minhang.PLACES.centreOf(new AreaCode(town));
    }

    private static List<Geometry> shapes(AreaKind kind) {
        return Minhang.MAP.list(kind).stream().map(AreaShape::shape).toList();
    }
}
