package io.chengyun.acceptance.judge.requests;

import io.chengyun.platform.table.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Boston's requests, oldest first (波士顿诉求). */
record Boston(List<Asked> all) {

    static final String FILE = "requests_311/boston_311.csv.gz";

    private static final List<String> COLUMNS = List.of(
            "case_enquiry_id",
            "open_dt",
            "sla_target_dt",
            "closed_dt",
            "on_time",
            "case_title",
            "type",
            "queue",
            "location",
            "neighborhood",
            "latitude",
            "longitude");

    /** A row, its cells by what the city calls them. */
    record Asked(List<String> cells) {

        String cell(String column) {
            return cells.get(COLUMNS.indexOf(column)).strip();
        }

        String id() {
            return cell("case_enquiry_id");
        }

        boolean hasTarget() {
            return !cell("sla_target_dt").isEmpty();
        }

        boolean overdue() {
            return cell("on_time").equals("OVERDUE");
        }
    }

    static Boston read(Path data) {
        var all = new ArrayList<Asked>();
        new TableReader(data.resolve(FILE), COLUMNS).read(cells -> all.add(new Asked(cells)), torn -> {
            throw new IllegalStateException(torn);
        });
        all.sort(Comparator.comparing(asked -> asked.cell("open_dt")));
        return new Boston(List.copyOf(all));
    }

    /** As {@code replay --requests} reads them. */
    void writeRequests(Path file) throws IOException {
        var header = List.of(
                "external_id",
                "requested_at",
                "service_code",
                "description",
                "address",
                "lat",
                "lon",
                "closed_at",
                "sla_due_at");
        var columns = List.of(
                "case_enquiry_id",
                "open_dt",
                "type",
                "case_title",
                "location",
                "latitude",
                "longitude",
                "closed_dt",
                "sla_target_dt");
        write(file, header, columns, all);
    }

    /** As {@code route} reads them. */
    void writeRouted(Path file, int from, int to) throws IOException {
        var header = List.of("external_id", "service_code", "address", "lat", "lon", "area", "organisation");
        var columns = List.of("case_enquiry_id", "type", "location", "latitude", "longitude", "neighborhood", "queue");
        write(file, header, columns, all.subList(from, to));
    }

    /** As other programs write: our own would put an apostrophe before what begins like a formula, and western longitudes do. */
    private static void write(Path file, List<String> header, List<String> columns, List<Asked> rows)
            throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            out.write(String.join(",", header) + "\n");
            for (var row : rows) {
                var cells = columns.stream().map(row::cell).map(cell -> '"' + cell.replace("\"", "\"\"") + '"');
                out.write(cells.collect(Collectors.joining(",")) + "\n");
            }
        }
    }
}
