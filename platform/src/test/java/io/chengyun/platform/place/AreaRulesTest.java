package io.chengyun.platform.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Malformed;
import io.chengyun.platform.place.AreaProblem.Flaw;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two square towns side by side; the west is cut into two grids, the east is one grid. */
class AreaRulesTest {

    private static final LocalDate FROM = LocalDate.of(2027, 1, 1);
    private static final String WEST = "310112001";
    private static final String EAST = "310112006";
    private static final AreaRules RULES = new AreaRules(
            new AreaRules.CodeTable("310112", Set.of(WEST, EAST), Set.of(WEST + "001")), new ShapeRules(0.5));

    private final List<AreaShape> towns = AreaGeoJson.read(collection(
            feature("town", WEST, "310112", square(121.00, 121.02)),
            feature("town", EAST, "310112", square(121.02, 121.04))));
    private final List<String> grids = new ArrayList<>(List.of(
            feature("grid", WEST + "G01", WEST, square(121.00, 121.01)),
            feature("grid", WEST + "G02", WEST, square(121.01, 121.02)),
            feature("grid", EAST + "G01", EAST, square(121.02, 121.04))));

    @Test
    void aLayerThatFitsHasNoProblem() {
        assertThat(problems()).isEmpty();
    }

    @Test
    void aGapIsFoundWithItsPlaceAndSize() {
        grids.set(1, feature("grid", WEST + "G02", WEST, square(121.011, 121.02)));

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.flaw()).isEqualTo(Flaw.GAP);
            assertThat(problem.area()).isEqualTo(WEST);
            assertThat(problem.detail()).matches("\\d{6} m² at 121\\.0105\\d*,31\\.01\\d*");
        });
    }

    @Test
    void aMissingAreaIsAGap() {
        grids.remove(2);

        assertThat(flaws()).containsExactly(Flaw.GAP);
    }

    @Test
    void anOverlapNamesBoth() {
        grids.set(1, feature("grid", WEST + "G02", WEST, square(121.009, 121.02)));

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.flaw()).isEqualTo(Flaw.OVERLAP);
            assertThat(problem.area()).isEqualTo(WEST + "G01 and " + WEST + "G02");
        });
    }

    @Test
    void anAreaThatLeavesItsParentIsFound() {
        grids.set(2, feature("grid", EAST + "G01", EAST, square(121.02, 121.05)));

        assertThat(flaws()).containsExactly(Flaw.OUTSIDE_PARENT);
    }

    @Test
    void stripsFromRoundingAreNoProblem() {
        grids.set(1, feature("grid", WEST + "G02", WEST, square(121.010002, 121.02)));

        assertThat(problems()).isEmpty();
    }

    @Test
    void aStripOfAMetreIsAProblem() {
        grids.set(1, feature("grid", WEST + "G02", WEST, square(121.010012, 121.02)));

        assertThat(flaws()).containsExactly(Flaw.GAP);
    }

    @Test
    void aBorderThatCrossesItselfIsFoundWithItsPlace() {
        var bowTie = "[[121.02,31.0],[121.04,31.02],[121.04,31.0],[121.02,31.02],[121.02,31.0]]";
        grids.set(2, feature("grid", EAST + "G01", EAST, bowTie));

        assertThat(problems())
                .filteredOn(problem -> problem.flaw() == Flaw.INVALID_SHAPE)
                .singleElement()
                .satisfies(problem -> assertThat(problem.detail()).contains("Self-intersection at 121.03,31.01"));
    }

    @Test
    void aCodeThatNobodyKnowsIsFound() {
        grids.add(feature("grid", "310112999G01", "310112999", square(121.05, 121.06)));

        assertThat(problems())
                .extracting(problem -> problem.flaw() + " " + problem.area())
                .containsExactly("UNKNOWN_CODE 310112999G01");
    }

    @Test
    void aCodeThatStandsTwiceIsFound() {
        grids.set(1, feature("grid", WEST + "G01", WEST, square(121.01, 121.02)));

        assertThat(flaws()).containsExactly(Flaw.DUPLICATE_CODE);
    }

    @Test
    void gridsThatAreEachOthersParentAreACycle() {
        grids.set(0, feature("grid", WEST + "G01", WEST + "G02", square(121.00, 121.01)));
        grids.set(1, feature("grid", WEST + "G02", WEST + "G01", square(121.01, 121.02)));

        assertThat(problems())
                .extracting(problem -> problem.flaw() + " " + problem.area())
                .containsExactlyInAnyOrder("PARENT_CYCLE " + WEST + "G01", "PARENT_CYCLE " + WEST + "G02");
    }

    @Test
    void aGridThatIsItsOwnParentIsACycle() {
        grids.set(0, feature("grid", WEST + "G01", WEST + "G01", square(121.00, 121.01)));

        assertThat(flaws()).containsExactly(Flaw.PARENT_CYCLE);
    }

    @Test
    void aParentThatTheCodeDoesNotNameIsFound() {
        grids.set(0, feature("grid", WEST + "G01", EAST, square(121.00, 121.01)));

        assertThat(flaws()).containsExactly(Flaw.WRONG_PARENT);
    }

    @Test
    void anAreaOfAnotherKindIsFound() {
        grids.set(0, feature("town", WEST + "G01", WEST, square(121.00, 121.01)));

        assertThat(flaws()).containsExactly(Flaw.WRONG_KIND);
    }

    @Test
    void everyMissingPropertyIsNamed() {
        grids.set(
                2,
                "{\"type\":\"Feature\",\"properties\":{\"name\":\"\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":["
                        + square(121.02, 121.04) + "]}}");

        assertThat(problems())
                .filteredOn(problem -> problem.flaw() == Flaw.MISSING_PROPERTY)
                .extracting(AreaProblem::text)
                .containsExactly(
                        "missing-property feature 3: property 'code' must be there",
                        "missing-property feature 3: property 'name' must be there",
                        "missing-property feature 3: property 'kind' must be there",
                        "missing-property feature 3: property 'parent' must be there");
    }

    @Test
    void aRingThatDoesNotCloseIsMalformed() {
        grids.set(2, feature("grid", EAST + "G01", EAST, "[[121.02,31],[121.04,31],[121.04,31.02],[121.02,31.02]]"));

        assertThat(flaws()).containsExactly(Flaw.MALFORMED, Flaw.GAP);
    }

    @Test
    void aCoordinateThatIsNoneIsMalformed() {
        grids.set(2, feature("grid", EAST + "G01", EAST, "[[121.02,\"x\"],[121.04,31],[121.04,31.02],[121.02,31]]"));

        assertThat(flaws()).containsExactly(Flaw.MALFORMED, Flaw.GAP);
    }

    @Test
    void allProblemsAreListedAtOnce() {
        grids.set(0, feature("grid", WEST + "G01", EAST, square(121.00, 121.009)));
        grids.add(feature("grid", EAST + "G01", EAST, square(121.03, 121.05)));

        assertThat(flaws())
                .containsExactlyInAnyOrder(
                        Flaw.WRONG_PARENT, Flaw.GAP, Flaw.DUPLICATE_CODE, Flaw.OVERLAP, Flaw.OUTSIDE_PARENT);
    }

    @Test
    void aBodyThatIsNoFeatureCollectionIsMalformed() {
        assertThatThrownBy(() -> AreaGeoJson.features("{\"type\":\"Feature\"}")).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> AreaGeoJson.features("{\"features\":[")).isInstanceOf(Malformed.class);
    }

    @Test
    void unitsLieInAKnownCommittee() {
        var codes = new AreaRules.CodeTable("310112", Set.of(WEST), Set.of(WEST + "001"));

        assertThat(codes.knows(AreaKind.UNIT, new AreaCode(WEST + "001001"))).isTrue();
        assertThat(codes.knows(AreaKind.UNIT, new AreaCode(WEST + "002001"))).isFalse();
        assertThat(codes.knows(AreaKind.UNIT, new AreaCode(WEST + "001"))).isFalse();
        assertThat(codes.knows(AreaKind.GRID, new AreaCode(WEST))).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void everyLayerOfTheSampleDistrictPassesItsOwnImport(AreaKind kind) {
        var text = AreaGeoJson.write(Minhang.MAP.list(kind));
        var parents = kind.above().map(Minhang.MAP::list).orElse(List.of());

        assertThat(Minhang.PLACES
                        .rules(FROM)
                        .check(kind, FROM, AreaGeoJson.features(text), parents)
                        .problems())
                .isEmpty();
    }

    private List<Flaw> flaws() {
        return problems().stream().map(AreaProblem::flaw).toList();
    }

    private List<AreaProblem> problems() {
        var features = AreaGeoJson.features(collection(grids.toArray(String[]::new)));
        return RULES.check(AreaKind.GRID, FROM, features, towns).problems();
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private static String feature(String kind, String code, String parent, String ring) {
        return """
                {"type":"Feature","properties":{"code":"%s","name":"某地","kind":"%s","parent":"%s","from":"2000-01-01"},
                "geometry":{"type":"Polygon","coordinates":[%s]}}""".formatted(code, kind, parent, ring);
    }

    private static String square(double west, double east) {
        return "[[%1$s,31.0],[%2$s,31.0],[%2$s,31.02],[%1$s,31.02],[%1$s,31.0]]".formatted(west, east);
    }
}
