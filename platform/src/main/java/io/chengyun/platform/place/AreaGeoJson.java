package io.chengyun.platform.place;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Malformed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** How areas are written as GeoJSON (RFC 7946): one feature a line, coordinates rounded to a tenth of a metre. */
final class AreaGeoJson {

    static final GeometryFactory GEOMETRY = new GeometryFactory();

    private static final int DECIMALS = 6;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AreaGeoJson() {}

    static String write(Collection<AreaShape> shapes) {
        var out = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        var comma = "\n";
        for (var shape : shapes) {
            out.append(comma);
            writeFeature(shape, out);
            comma = ",\n";
        }
        return out.append("\n]}\n").toString();
    }

    private static void writeFeature(AreaShape shape, StringBuilder out) {
        var area = shape.area();
        var properties = JsonNodeFactory.instance.objectNode();
        properties.put("code", shape.code());
        properties.put("name", area.name());
        if (area.nameEn() != null) {
            properties.put("nameEn", area.nameEn());
        }
        properties.put("kind", area.kind().word());
        properties.put("from", area.from().toString());
        if (area.to() != null) {
            properties.put("to", area.to().toString());
        }
        if (area.parent() != null) {
            properties.put("parent", area.parent().value());
        }
        properties.put("synthetic", area.synthetic());
        out.append("{\"type\":\"Feature\",\"properties\":").append(properties).append(",\"geometry\":");
        writeGeometry(shape.shape(), out);
        out.append('}');
    }

    private static void writeGeometry(Geometry shape, StringBuilder out) {
        if (shape instanceof Polygon polygon) {
            out.append("{\"type\":\"Polygon\",\"coordinates\":");
            writePolygon(polygon, out);
        } else {
            out.append("{\"type\":\"MultiPolygon\",\"coordinates\":[");
            for (int i = 0; i < shape.getNumGeometries(); i++) {
                out.append(i == 0 ? "" : ",");
                writePolygon((Polygon) shape.getGeometryN(i), out);
            }
            out.append(']');
        }
        out.append('}');
    }

    private static void writePolygon(Polygon polygon, StringBuilder out) {
        out.append('[');
        writeRing(polygon.getExteriorRing(), out);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            out.append(',');
            writeRing(polygon.getInteriorRingN(i), out);
        }
        out.append(']');
    }

    private static void writeRing(LinearRing ring, StringBuilder out) {
        out.append('[');
        var comma = "";
        for (var at : ring.getCoordinates()) {
            out.append(comma)
                    .append('[')
                    .append(rounded(at.x))
                    .append(',')
                    .append(rounded(at.y))
                    .append(']');
            comma = ",";
        }
        out.append(']');
    }

    private static String rounded(double degrees) {
        return new BigDecimal(degrees)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** The features of a collection, whatever they hold. */
    static List<JsonNode> features(String text) {
        try {
            var root = JSON.readTree(text);
            if (!root.path("features").isArray()) {
                throw new Malformed("features", "send a GeoJSON FeatureCollection");
            }
            return List.copyOf(root.path("features").values());
        } catch (JacksonException wrong) {
            throw new Malformed("body", "is no JSON: " + wrong.getOriginalMessage());
        }
    }

    /** All areas of a collection; the first that is wrong is malformed. */
    static List<AreaShape> read(String text) {
        var shapes = new ArrayList<AreaShape>();
        for (var feature : features(text)) {
            shapes.add(readFeature(feature, null));
        }
        return shapes;
    }

    /** @param from the day from which the area holds, whatever the feature says; null if the feature has to say it */
    static AreaShape readFeature(JsonNode feature, @Nullable LocalDate from) {
        var properties = feature.path("properties");
        var kind = AreaKind.ofWord(word(properties, "kind"))
                .orElseThrow(() -> new Malformed("kind", "must be district, town, grid, committee or unit"));
        var area = new Area(
                new AreaCode(word(properties, "code")),
                word(properties, "name"),
                optionalWord(properties, "nameEn").orElse(null),
                kind,
                kind == AreaKind.DISTRICT ? null : new AreaCode(word(properties, "parent")),
                from == null ? day(word(properties, "from")) : from,
                from == null
                        ? optionalWord(properties, "to").map(AreaGeoJson::day).orElse(null)
                        : null,
                properties.path("synthetic").asBoolean(false));
        return new AreaShape(area, readGeometry(feature.path("geometry")));
    }

    static Optional<String> optionalWord(JsonNode properties, String name) {
        var node = properties.path(name);
        return node.isString() && !node.stringValue().isBlank() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    private static String word(JsonNode properties, String name) {
        return optionalWord(properties, name).orElseThrow(() -> new Malformed(name, "is missing"));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new Malformed("date", "'" + text + "' must be a day such as 2026-01-31");
        }
    }

    private static Geometry readGeometry(JsonNode geometry) {
        var coordinates = geometry.path("coordinates");
        var type = geometry.path("type").asString("");
        if (type.equals("Polygon")) {
            return readPolygon(coordinates);
        }
        if (type.equals("MultiPolygon")) {
            var polygons =
                    coordinates.values().stream().map(AreaGeoJson::readPolygon).toArray(Polygon[]::new);
            return polygons.length == 1 ? polygons[0] : GEOMETRY.createMultiPolygon(polygons);
        }
        throw new Malformed("geometry", "must be a Polygon or a MultiPolygon");
    }

    private static Polygon readPolygon(JsonNode rings) {
        @Nullable LinearRing shell = null;
        var holes = new ArrayList<LinearRing>();
        for (var ring : rings.values()) {
            if (shell == null) {
                shell = readRing(ring);
            } else {
                holes.add(readRing(ring));
            }
        }
        if (shell == null) {
            throw new Malformed("geometry", "has no ring");
        }
        return GEOMETRY.createPolygon(shell, holes.toArray(LinearRing[]::new));
    }

    private static LinearRing readRing(JsonNode ring) {
        var path = new ArrayList<Coordinate>();
        for (var at : ring.values()) {
            var position =
                    new Position(at.path(0).asDouble(Double.NaN), at.path(1).asDouble(Double.NaN));
            path.add(new Coordinate(position.lon(), position.lat()));
        }
        if (path.size() < 4 || !path.get(0).equals2D(path.get(path.size() - 1))) {
            throw new Malformed("geometry", "each ring needs four positions or more, the last equal to the first");
        }
        return GEOMETRY.createLinearRing(path.toArray(Coordinate[]::new));
    }
}
