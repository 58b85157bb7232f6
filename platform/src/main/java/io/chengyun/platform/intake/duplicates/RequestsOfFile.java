package io.chengyun.platform.intake.duplicates;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.address.AddressCode;
import io.chengyun.platform.address.AddressFinder;
import io.chengyun.platform.place.Position;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The requests of a file (诉求文件), row by row. */
final class RequestsOfFile {

    static final List<String> COLUMNS =
            List.of("external_id", "requested_at", "service_code", "description", "address", "lat", "lon", "closed_at");

    private final ZoneId zone;
    private final AddressFinder addresses;
    private final Consumer<String> wrong;
    private final List<Row> rows = new ArrayList<>();
    private int refused;

    /**
     * One row.
     *
     * @param closedAt when it was done; null while it is open
     */
    record Row(Trace trace, @Nullable Instant closedAt) {}

    RequestsOfFile(ZoneId zone, AddressFinder addresses, Consumer<String> wrong) {
        this.zone = zone;
        this.addresses = addresses;
        this.wrong = wrong;
    }

    void take(List<String> cells) {
        try {
            rows.add(row(cells.stream().map(String::strip).toList()));
        } catch (Malformed malformed) {
            refused++;
            wrong.accept(cells.get(0) + ": " + malformed.getMessage());
        }
    }

    int refused() {
        return refused;
    }

    List<Row> inOrder() {
        rows.sort(Comparator.comparing(Row::trace, Trace.ORDER));
        return rows;
    }

    private Row row(List<String> cells) {
        var asked = Stamp.of("requested_at", cells.get(1), zone);
        var closed = missing(cells.get(7))
                ? null
                : Stamp.of("closed_at", cells.get(7), zone).closes(asked, zone);
        var position = position(cells.get(5), cells.get(6));
        var trace = new Trace(
                cells.get(0),
                cells.get(2),
                addresses.code(cells.get(4)).map(AddressCode::value).orElse(null),
                position == null ? 0 : position.lon(),
                position == null ? 0 : position.lat(),
                position != null,
                asked.at(),
                cells.get(3));
        return new Row(trace, closed);
    }

    private static @Nullable Position position(String lat, String lon) {
        if (missing(lat) && missing(lon)) {
            return null;
        }
        try {
            return new Position(degrees(lon), degrees(lat));
        } catch (NumberFormatException letters) {
            throw new Malformed("lat", "'" + lat + "' and '" + lon + "' must be numbers of degrees, or both empty");
        }
    }

    /** Tables that are written for spreadsheets have an apostrophe before what begins like a formula. */
    private static double degrees(String text) {
        return Double.parseDouble(text.startsWith("'") ? text.substring(1) : text);
    }

    private static boolean missing(String cell) {
        return cell.isEmpty() || cell.equals("NA");
    }
}
