package io.chengyun.platform.place;

import static io.chengyun.platform.place.AreaProblem.Flaw.DUPLICATE_CODE;
import static io.chengyun.platform.place.AreaProblem.Flaw.MALFORMED;
import static io.chengyun.platform.place.AreaProblem.Flaw.MISSING_PROPERTY;
import static io.chengyun.platform.place.AreaProblem.Flaw.PARENT_CYCLE;
import static io.chengyun.platform.place.AreaProblem.Flaw.UNKNOWN_CODE;
import static io.chengyun.platform.place.AreaProblem.Flaw.WRONG_KIND;
import static io.chengyun.platform.place.AreaProblem.Flaw.WRONG_PARENT;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Malformed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Decides whether a layer may be taken in (图层审查) and lists everything that is wrong with it, not only the first. */
final class AreaRules {

    private final CodeTable codes;
    private final ShapeRules shapes;

    AreaRules(CodeTable codes, ShapeRules shapes) {
        this.codes = codes;
        this.shapes = shapes;
    }

    /** What was read, and every problem with it; only without problems may it be kept. */
    record Checked(List<AreaShape> shapes, List<AreaProblem> problems) {

        Checked {
            shapes = List.copyOf(shapes);
            problems = List.copyOf(problems);
        }
    }

    /** @param parents the standing areas of the kind above, on the day from which the layer is to hold */
    Checked check(AreaKind kind, LocalDate from, List<JsonNode> features, List<AreaShape> parents) {
        var problems = new ArrayList<AreaProblem>();
        var read = read(kind, from, features, problems);
        checkCodes(kind, read, problems);
        checkParents(kind, features, problems);
        problems.addAll(shapes.check(kind, read, parents));
        return new Checked(read, problems);
    }

    private static List<AreaShape> read(
            AreaKind kind, LocalDate from, List<JsonNode> features, List<AreaProblem> problems) {
        var shapes = new ArrayList<AreaShape>();
        for (int i = 0; i < features.size(); i++) {
            var feature = features.get(i);
            var label = code(feature).orElse("feature " + (i + 1));
            var missing = missing(kind, feature);
            missing.forEach(name ->
                    problems.add(new AreaProblem(MISSING_PROPERTY, label, "property '" + name + "' must be there")));
            if (missing.isEmpty()) {
                read(feature, from, label, problems).ifPresent(shapes::add);
            }
        }
        return shapes;
    }

    private static List<String> missing(AreaKind kind, JsonNode feature) {
        var needed = kind == AreaKind.DISTRICT
                ? Stream.of("code", "name", "kind")
                : Stream.of("code", "name", "kind", "parent");
        return needed.filter(name -> AreaGeoJson.optionalWord(feature.path("properties"), name)
                        .isEmpty())
                .toList();
    }

    private static Optional<AreaShape> read(
            JsonNode feature, LocalDate from, String label, List<AreaProblem> problems) {
        try {
            return Optional.of(AreaGeoJson.readFeature(feature, from));
        } catch (Malformed wrong) {
            problems.add(new AreaProblem(MALFORMED, label, String.valueOf(wrong.getMessage())));
            return Optional.empty();
        }
    }

    private void checkCodes(AreaKind kind, List<AreaShape> read, List<AreaProblem> problems) {
        var seen = new HashSet<AreaCode>();
        for (var shape : read) {
            var code = shape.area().code();
            if (shape.area().kind() != kind) {
                problems.add(new AreaProblem(
                        WRONG_KIND, shape.code(), "kind must be " + kind.word() + " in the layer " + kind.layer()));
            }
            if (!codes.knows(kind, code)) {
                problems.add(new AreaProblem(
                        UNKNOWN_CODE, shape.code(), "is no " + kind.word() + " of the district's code tables"));
            }
            if (!seen.add(code)) {
                problems.add(new AreaProblem(DUPLICATE_CODE, shape.code(), "stands in the layer more than once"));
            }
        }
    }

    private static void checkParents(AreaKind kind, List<JsonNode> features, List<AreaProblem> problems) {
        if (kind == AreaKind.DISTRICT) {
            return;
        }
        var parents = new HashMap<String, String>();
        for (var feature : features) {
            var parent = AreaGeoJson.optionalWord(feature.path("properties"), "parent");
            code(feature).ifPresent(code -> parent.ifPresent(above -> parents.putIfAbsent(code, above)));
        }
        parents.forEach((code, parent) -> {
            if (inCycle(code, parents)) {
                problems.add(new AreaProblem(PARENT_CYCLE, code, "its parents lead back to itself"));
            } else {
                checkParent(kind, code, parent).ifPresent(problems::add);
            }
        });
    }

    private static boolean inCycle(String code, Map<String, String> parents) {
        var seen = new HashSet<String>();
        for (var at = parents.get(code); at != null && seen.add(at); at = parents.get(at)) {
            if (at.equals(code)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<AreaProblem> checkParent(AreaKind kind, String code, String parent) {
        var expected = expectedParent(kind, code);
        return expected.isEmpty() || expected.get().equals(parent)
                ? Optional.empty()
                : Optional.of(
                        new AreaProblem(WRONG_PARENT, code, "parent must be " + expected.get() + ", as its code says"));
    }

    /** None for a code that is none: that was said before. */
    private static Optional<String> expectedParent(AreaKind kind, String code) {
        try {
            return Optional.of(CodeTable.parentOf(kind, new AreaCode(code)));
        } catch (Malformed unfit) {
            return Optional.empty();
        }
    }

    private static Optional<String> code(JsonNode feature) {
        return AreaGeoJson.optionalWord(feature.path("properties"), "code");
    }

    /** Which codes stand for something on a day (代码表): the district's, and those of its towns and committees. */
    record CodeTable(String district, Set<String> towns, Set<String> committees) {

        private static final int DISTRICT_DIGITS = 6;
        private static final int TOWN_DIGITS = 9;
        private static final int COMMITTEE_DIGITS = 12;

        CodeTable {
            towns = Set.copyOf(towns);
            committees = Set.copyOf(committees);
        }

        static CodeTable of(DistrictFiles files, LocalDate on) {
            return new CodeTable(
                    files.district().code(),
                    codes(files.table("towns.csv"), on),
                    codes(files.table("committees.csv"), on));
        }

        private static Set<String> codes(List<DistrictFiles.TableRow> rows, LocalDate on) {
            return rows.stream()
                    .filter(row -> !on.isBefore(row.getDay("from")))
                    .filter(row -> row.findDay("to").map(to -> !on.isAfter(to)).orElse(true))
                    .map(row -> row.get("code"))
                    .collect(Collectors.toSet());
        }

        /** Whether an area of this kind may have this code; grids and units need only lie in something known. */
        boolean knows(AreaKind kind, AreaCode code) {
            var value = code.value();
            return switch (kind) {
                case DISTRICT -> value.equals(district);
                case TOWN -> towns.contains(value);
                case GRID -> value.contains("G") && towns.contains(beginning(code, TOWN_DIGITS));
                case COMMITTEE -> committees.contains(value);
                case UNIT ->
                    value.length() > COMMITTEE_DIGITS && committees.contains(beginning(code, COMMITTEE_DIGITS));
            };
        }

        /** The code of the area above, which every code of a town, grid, committee or unit carries in itself. */
        static String parentOf(AreaKind kind, AreaCode code) {
            return switch (kind) {
                case DISTRICT -> "";
                case TOWN -> beginning(code, DISTRICT_DIGITS);
                case GRID, COMMITTEE -> beginning(code, TOWN_DIGITS);
                case UNIT -> beginning(code, COMMITTEE_DIGITS);
            };
        }

        private static String beginning(AreaCode code, int digits) {
            return code.value().substring(0, Math.min(digits, code.value().length()));
        }
    }
}
