package io.chengyun.platform.replay;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.table.TableReader;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A file of requests in the order of their times (诉求时间线); rows of one time keep the file's order. */
final class RequestsFile {

    private static final List<String> COLUMNS =
            List.of("external_id", "requested_at", "service_code", "description", "address", "lat", "lon");
    private static final List<String> OPTIONAL = List.of("closed_at", "sla_due_at");
    private static final int LONGEST_CODE = 200;

    private final List<Row> rows = new ArrayList<>();
    private final RequestTally tally = new RequestTally();
    private final TimeText times;

    private RequestsFile(ZoneId zone) {
        this.times = new TimeText(zone);
    }

    /**
     * A row that can be read.
     *
     * @param number of the row, the heading being 1
     */
    record Row(int number, String externalId, String serviceCode, String description, Where where, Times times) {}

    /** Where it is: a point, or words, or neither. */
    record Where(@Nullable Position position, String address) {}

    /**
     * When what happened.
     *
     * @param closedAt null while it is open
     * @param dueAt by when it was promised to be done; null where nothing was
     */
    record Times(
            Instant requestedAt,
            @Nullable Instant closedAt,
            @Nullable Instant dueAt) {

        Instant last() {
            return Stream.of(requestedAt, closedAt, dueAt)
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    /**
     * Reads all of it; rows that cannot be read are named in the tally.
     *
     * @param zone in which times without an offset are meant
     */
    static RequestsFile read(Path file, ZoneId zone) {
        var requests = new RequestsFile(zone);
        new TableReader(file, COLUMNS, OPTIONAL).readNumbered(requests::take, requests.tally::torn);
        requests.rows.sort(Comparator.comparing(row -> row.times().requestedAt()));
        return requests;
    }

    List<Row> rows() {
        return rows;
    }

    /** What is known of the rows so far; goes on counting while they are played. */
    RequestTally tally() {
        return tally;
    }

    /** All service codes, in the order in which they come first. */
    Collection<String> services() {
        Set<String> services = new LinkedHashSet<>();
        rows.forEach(row -> services.add(row.serviceCode()));
        return services;
    }

    private void take(List<String> cells, int number) {
        try {
            rows.add(row(cells.stream().map(String::strip).toList(), number));
        } catch (Malformed wrong) {
            tally.refuse(number, wrong);
        }
    }

    private Row row(List<String> cells, int number) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).indexOf('\0') >= 0) {
                throw new Malformed(name(i), "holds a zero character");
            }
        }
        var where = new Where(position(cells.get(5), cells.get(6)), cells.get(4));
        return new Row(number, code(cells, 0), code(cells, 2), cells.get(3), where, times(cells));
    }

    private static String name(int column) {
        return column < COLUMNS.size() ? COLUMNS.get(column) : OPTIONAL.get(column - COLUMNS.size());
    }

    private static String code(List<String> cells, int column) {
        var code = cells.get(column);
        if (code.isEmpty() || code.length() > LONGEST_CODE) {
            throw new Malformed(name(column), "must have 1 to " + LONGEST_CODE + " characters");
        }
        return code;
    }

    private static @Nullable Position position(String lat, String lon) {
        if (missing(lat) && missing(lon)) {
            return null;
        }
        double north = degrees("lat", lat);
        return new Position(degrees("lon", lon), north);
    }

    private static double degrees(String field, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException wrong) {
            throw new Malformed(field, "'" + text + "' is no number of degrees; lat and lon go together");
        }
    }

    private Times times(List<String> cells) {
        var requested = time(cells, 1, times::first);
        if (requested == null) {
            throw new Malformed(name(1), "must not be empty");
        }
        var closed = time(cells, 7, times::last);
        var due = time(cells, 8, times::last);
        if (closed != null && closed.isBefore(requested)) {
            throw new Malformed(name(7), "'" + cells.get(7) + "' is before requested_at, '" + cells.get(1) + "'");
        }
        if (due != null && due.isBefore(requested)) {
            throw new Malformed(name(8), "'" + cells.get(8) + "' is before requested_at, '" + cells.get(1) + "'");
        }
        return new Times(requested, closed, due);
    }

    /** Reads a moment. */
    private interface Moment {
        Instant of(String text);
    }

    private static @Nullable Instant time(List<String> cells, int column, Moment moment) {
        var text = cells.get(column);
        try {
            return missing(text) ? null : moment.of(text);
        } catch (DateTimeException wrong) {
            throw new Malformed(
                    name(column),
                    "'" + text + "' is no time; write 2013-09-13T17:00:00+08:00, 2013-09-13 17:00:00 or 2013-09-13");
        }
    }

    private static boolean missing(String text) {
        return text.isEmpty() || text.equals("NA");
    }
}
