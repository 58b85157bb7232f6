package io.chengyun.platform.place;

import io.chengyun.kernel.AreaCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Makes the synthetic areas of {@code districts/minhang} from a sketch of the towns drawn by hand: town → grids →
 * committees → units, each a {@link Mosaic} of the one above. All lines are noded together on a raster of a millionth of
 * a degree, the faces between them are the units, and every other area is the union of its units; so there is neither
 * gap nor overlap. The same sketch gives the same bytes.
 */
final class SyntheticMinhang {

    private static final Path DISTRICT = Path.of("..", "districts", "minhang");
    private static final LocalDate FROM = LocalDate.of(2000, 1, 1);
    private static final double RASTER = 1e6;
    /** A millionth of a degree of latitude, in metres. */
    private static final double STEP_METRES = 0.11087;

    private static final double SQUEEZE = StrictMath.cos(StrictMath.toRadians(31.1));
    private static final double UNIT_METRES = 230;

    private final DistrictFiles files = new DistrictFiles(DISTRICT);
    private final Map<String, Coordinate> nodes = new LinkedHashMap<>();
    private final List<Geometry> lines = new ArrayList<>();
    private final List<Area> units = new ArrayList<>();
    private final List<Polygon> cells = new ArrayList<>();
    private final Map<String, List<String>> committeesOfGrid = new TreeMap<>();

    public static void main(String[] arguments) throws IOException {
        for (var file : new SyntheticMinhang().make().entrySet()) {
            var path = DISTRICT.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    /** Path in the district package → content. */
    Map<String, String> make() throws IOException {
        for (var row : sketch("sketch.csv")) {
            nodes.put(row[0], new Coordinate(Double.parseDouble(row[1]), Double.parseDouble(row[2])));
        }
        for (var row : sketch("sketch-towns.csv")) {
            cutTown(row[0], ring(row[1].split(" ")));
        }
        var shapes = new ArrayList<AreaShape>();
        var settled = settled();
        for (int i = 0; i < units.size(); i++) {
            shapes.add(new AreaShape(units.get(i), inDegrees(settled.get(i))));
        }
        return layers(shapes);
    }

    private static List<String[]> sketch(String name) throws IOException {
        try (var in = Objects.requireNonNull(SyntheticMinhang.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .toList();
        }
    }

    /** A ring of the sketch in the working plane: millionths of a degree, longitudes squeezed so that lengths are true. */
    private Polygon ring(String[] names) {
        var path = new Coordinate[names.length + 1];
        for (int i = 0; i < path.length; i++) {
            var node = need(nodes, names[i % names.length]);
            path[i] = new Coordinate(node.x * RASTER * SQUEEZE, node.y * RASTER);
        }
        return AreaGeoJson.GEOMETRY.createPolygon(path);
    }

    private void cutTown(String town, Polygon whole) {
        lines.add(whole.getBoundary());
        var grids = files.table("organisations.csv").stream()
                .map(row -> row.get("area"))
                .filter(area -> area.startsWith(town + "G"))
                .toList();
        var committees = files.table("committees.csv").stream()
                .filter(row -> town.equals(row.get("town")))
                .toList();
        var cut = cut(whole, grids.size(), town);
        for (int i = 0; i < grids.size(); i++) {
            int first = committees.size() * i / grids.size();
            int end = committees.size() * (i + 1) / grids.size();
            cutGrid(grids.get(i), cut.get(i), committees.subList(first, end));
        }
    }

    private void cutGrid(String grid, Polygon whole, List<DistrictFiles.TableRow> committees) {
        var cut = cut(whole, committees.size(), grid);
        for (int i = 0; i < cut.size(); i++) {
            var committee = committees.get(i);
            var code = committee.get("code");
            committeesOfGrid.computeIfAbsent(grid, any -> new ArrayList<>()).add(code);
            cutCommittee(code, committee.get("name"), cut.get(i));
        }
    }

    private void cutCommittee(String code, String name, Polygon whole) {
        double metres = StrictMath.sqrt(whole.getArea()) * STEP_METRES;
        int count = Math.max(1, (int) StrictMath.round(metres * metres / (UNIT_METRES * UNIT_METRES)));
        int serial = 1;
        for (var cell : cut(whole, count, code)) {
            var unit = String.format("%s%03d", code, serial);
            units.add(area(unit, name + String.format("%03d", serial) + "单元", null, AreaKind.UNIT, code));
            cells.add(cell);
            serial++;
        }
    }

    private List<Polygon> cut(Polygon whole, int count, String code) {
        var mosaic = Mosaic.of(whole, count, code.hashCode());
        lines.addAll(mosaic.cuts());
        return mosaic.cells();
    }

    private static Area area(
            String code, String name, @Nullable String nameEn, AreaKind kind, @Nullable String parent) {
        var above = parent == null ? null : new AreaCode(parent);
        return new Area(new AreaCode(code), name, nameEn, kind, above, FROM, null, true);
    }

    /** The faces of all lines noded on the raster, one piece a unit. */
    private List<Polygon> settled() {
        var unsqueeze = AffineTransformation.scaleInstance(1 / SQUEEZE, 1);
        var strings = new ArrayList<SegmentString>();
        for (var line : lines) {
            strings.add(new NodedSegmentString(unsqueeze.transform(line).getCoordinates(), null));
        }
        var noder = new SnapRoundingNoder(new PrecisionModel(1));
        noder.computeNodes(strings);
        var noded = new ArrayList<LineString>();
        for (var string : noder.getNodedSubstrings()) {
            noded.add(AreaGeoJson.GEOMETRY.createLineString(((SegmentString) string).getCoordinates()));
        }
        var all = AreaGeoJson.GEOMETRY.buildGeometry(noded);
        var faces = Mosaic.polygonized(OverlayNGRobust.union(all));
        return new Patches(faces, owners(faces)).settled(cells.size());
    }

    private static <T> T need(Map<String, T> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }

    private int[] owners(List<Polygon> faces) {
        var tree = new STRtree();
        for (int i = 0; i < cells.size(); i++) {
            tree.insert(cells.get(i).getEnvelopeInternal(), i);
        }
        var owner = new int[faces.size()];
        for (int i = 0; i < owner.length; i++) {
            var inside = AffineTransformation.scaleInstance(SQUEEZE, 1)
                    .transform(faces.get(i).getInteriorPoint());
            owner[i] = nearestCell(tree, inside);
        }
        return owner;
    }

    private int nearestCell(STRtree tree, Geometry point) {
        int nearest = -1;
        var around = point.getEnvelopeInternal();
        around.expandBy(10);
        for (var found : tree.query(around)) {
            int i = (Integer) found;
            if (nearest < 0 || cells.get(i).distance(point) < cells.get(nearest).distance(point)) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static Polygon inDegrees(Polygon raster) {
        var copy = (Polygon) raster.copy();
        copy.apply((CoordinateFilter) at -> {
            at.x = StrictMath.rint(at.x) / RASTER;
            at.y = StrictMath.rint(at.y) / RASTER;
        });
        copy.geometryChanged();
        return copy;
    }

    private Map<String, String> layers(List<AreaShape> unitShapes) {
        var files = new TreeMap<String, String>();
        unitShapes.stream()
                .collect(Collectors.groupingBy(unit -> unit.code().substring(0, 9)))
                .forEach((town, units) -> files.put("areas/units/" + town + ".geojson", AreaGeoJson.write(units)));
        var committees = committees(unitShapes);
        files.put("areas/committees.geojson", AreaGeoJson.write(committees));
        files.put("areas/grids.geojson", AreaGeoJson.write(grids(committees)));
        files.put("areas/towns.geojson", AreaGeoJson.write(towns(committees)));
        files.put("areas/outline.geojson", AreaGeoJson.write(List.of(outline())));
        return files;
    }

    private List<AreaShape> committees(List<AreaShape> unitShapes) {
        var parts = parts(unitShapes, unit -> unit.code().substring(0, 12));
        var shapes = new ArrayList<AreaShape>();
        for (var row : files.table("committees.csv")) {
            var code = row.get("code");
            shapes.add(
                    joined(area(code, row.get("name"), null, AreaKind.COMMITTEE, row.get("town")), need(parts, code)));
        }
        return shapes;
    }

    private List<AreaShape> grids(List<AreaShape> committees) {
        var byCode = parts(committees, AreaShape::code);
        var names = files.table("towns.csv").stream()
                .collect(Collectors.toMap(row -> row.get("code"), Function.identity()));
        var shapes = new ArrayList<AreaShape>();
        committeesOfGrid.forEach((code, inside) -> {
            var town = need(names, code.substring(0, 9));
            var number = Integer.parseInt(code.substring(10));
            var area = area(
                    code,
                    town.get("name") + "第" + number + "网格",
                    town.get("nameEn") + " Grid " + number,
                    AreaKind.GRID,
                    town.get("code"));
            shapes.add(joined(
                    area, inside.stream().flatMap(c -> need(byCode, c).stream()).toList()));
        });
        return shapes;
    }

    private List<AreaShape> towns(List<AreaShape> committees) {
        var parts = parts(committees, committee -> committee.code().substring(0, 9));
        var shapes = new ArrayList<AreaShape>();
        for (var row : files.table("towns.csv")) {
            var code = row.get("code");
            var area = area(code, row.get("name"), row.get("nameEn"), AreaKind.TOWN, "310112");
            shapes.add(joined(area, need(parts, code)));
        }
        return shapes;
    }

    private static AreaShape joined(Area area, List<Polygon> parts) {
        return new AreaShape(area, Patches.union(parts));
    }

    private static Map<String, List<Polygon>> parts(List<AreaShape> shapes, Function<AreaShape, String> whole) {
        return shapes.stream()
                .collect(Collectors.groupingBy(
                        whole, Collectors.mapping(shape -> (Polygon) shape.shape(), Collectors.toList())));
    }

    /** The outline as it was sketched: what the towns do not share. */
    private AreaShape outline() {
        var rings = new ArrayList<Polygon>();
        try {
            for (var row : sketch("sketch-towns.csv")) {
                var path = new ArrayList<Coordinate>();
                for (var name : row[1].split(" ")) {
                    path.add(need(nodes, name));
                }
                path.add(path.get(0));
                rings.add(AreaGeoJson.GEOMETRY.createPolygon(path.toArray(Coordinate[]::new)));
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return joined(area("310112", "闵行区", "Minhang", AreaKind.DISTRICT, null), rings);
    }
}
