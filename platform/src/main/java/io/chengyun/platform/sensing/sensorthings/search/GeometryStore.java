package io.chengyun.platform.sensing.sensorthings.search;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.sensing.sensorthings.query.QuerySettings;
import java.util.ArrayList;
import java.util.Optional;
import javax.sql.DataSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Looks at stored places (几何库): those whose bounds do not rule them out are read one after the other and held against
 * the caller's. Their number is bounded; of each only its id and one number are kept.
 */
@Repository
public class GeometryStore {

    private static final int AT_ONCE = 500;

    private final JdbcTemplate jdbc;
    private final QuerySettings limits;

    GeometryStore(DataSource source, QuerySettings limits) {
        this.jdbc = new JdbcTemplate(source);
        this.jdbc.setFetchSize(AT_ONCE);
        this.limits = limits;
    }

    /** Values of a function, by the id of the stored place. */
    record Values(Long[] ids, Double[] values) {}

    /** To be called in a transaction, so that the rows come in portions. */
    Values weigh(GeoCall call) {
        var ids = new ArrayList<Long>();
        var values = new ArrayList<Double>();
        var sql = "select id, %2$s from sensing.%1$s where %2$s is not null%3$s limit %4$d"
                .formatted(
                        call.shapes().table(),
                        call.shapes().column(),
                        bounded(call) ? " and (bounds is null or bounds && ?::box)" : "",
                        limits.maxShapes() + 1);
        var parameters = bounded(call) ? new Object[] {box(call)} : new Object[0];
        jdbc.query(
                sql,
                row -> {
                    if (ids.size() >= limits.maxShapes()) {
                        throw new Malformed(
                                call.function().word(),
                                "would look at more than " + limits.maxShapes()
                                        + " places: name a smaller area (chengyun.sensing.query.max-shapes)");
                    }
                    ids.add(row.getLong(1));
                    values.add(read(row.getString(2)).map(call::weigh).orElse(Double.NaN));
                },
                parameters);
        return new Values(ids.toArray(Long[]::new), values.toArray(Double[]::new));
    }

    private static boolean bounded(GeoCall call) {
        return call.written() != null && (call.function().near() || Double.isFinite(call.within()));
    }

    private static String box(GeoCall call) {
        var written = call.written();
        var envelope = written == null ? new Envelope() : written.getEnvelopeInternal();
        if (Double.isFinite(call.within())) {
            envelope.expandBy(call.within());
        }
        return box(envelope);
    }

    private static String box(Envelope around) {
        return around.isNull()
                ? "(0,0),(0,0)"
                : "(%s,%s),(%s,%s)".formatted(around.getMaxX(), around.getMaxY(), around.getMinX(), around.getMinY());
    }

    /** The bounds of GeoJSON as PostgreSQL's box; empty for what is none. */
    public static Optional<String> bounds(String json) {
        return read(json).filter(shape -> !shape.isEmpty()).map(shape -> box(shape.getEnvelopeInternal()));
    }

    static Optional<Geometry> read(String json) {
        try {
            return Optional.of(new GeoJsonReader().read(json));
        } catch (ParseException | IllegalArgumentException | ClassCastException | NullPointerException none) {
            // The standard lets a location be anything: what is no GeoJSON stands nowhere.
            return Optional.empty();
        }
    }
}
