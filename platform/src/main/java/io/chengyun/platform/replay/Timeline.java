package io.chengyun.platform.replay;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.sensing.Reject;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file of observations in the order of their times (观测时间线); rows of one time keep the file's order. */
final class Timeline {

    private static final String HEADER = "thing,property,time,value";

    private final List<Row> rows;
    private final Set<Stream> streams;

    private Timeline(List<Row> rows, Set<Stream> streams) {
        this.rows = rows;
        this.streams = streams;
    }

    /** What a row is an observation of. */
    record Stream(String thing, String property) {}

    /**
     * A row of the file.
     *
     * @param reject what is wrong with it already; null while nothing is
     */
    record Row(
            Stream stream,
            Instant at,
            String time,
            String value,
            @Nullable Reject reject) {}

    static Timeline read(Path file) {
        var rows = new ArrayList<Row>();
        var streams = new LinkedHashSet<Stream>();
        Csv.read(file, HEADER, (line, cells) -> rows.add(row(cells)));
        // a row that cannot be read has no time of its own: it comes with the first that has one
        rows.sort(Comparator.comparing(Row::at));
        rows.stream().filter(row -> row.reject() == null).map(Row::stream).forEach(streams::add);
        if (streams.isEmpty()) {
            throw new Malformed(String.valueOf(file.getFileName()), "holds no row that can be read");
        }
        return new Timeline(rows, streams);
    }

    private static Row row(List<String> cells) {
        var text = String.join(",", cells);
        if (cells.size() != 4 || cells.get(0).isBlank() || cells.get(1).isBlank()) {
            return new Row(new Stream("", ""), Instant.MIN, text, "", Reject.MALFORMED_ROW);
        }
        try {
            var at = OffsetDateTime.parse(cells.get(2)).toInstant();
            return new Row(new Stream(cells.get(0), cells.get(1)), at, cells.get(2), cells.get(3), null);
        } catch (DateTimeException noTime) {
            return new Row(new Stream("", ""), Instant.MIN, text, "", Reject.MALFORMED_ROW);
        }
    }

    Collection<Stream> streams() {
        return streams;
    }

    Instant first() {
        return rows.stream()
                .filter(row -> row.reject() == null)
                .findFirst()
                .orElseThrow()
                .at();
    }

    Instant last() {
        return rows.get(rows.size() - 1).at();
    }

    /** The rows, those of one time together. */
    List<List<Row>> steps() {
        var steps = new ArrayList<List<Row>>();
        int from = 0;
        for (int to = 1; to <= rows.size(); to++) {
            if (to == rows.size() || belongsToNext(rows.get(to - 1), rows.get(to))) {
                steps.add(rows.subList(from, to));
                from = to;
            }
        }
        return steps;
    }

    /** The time of a step; rows that cannot be read take the time of those they came with. */
    Instant timeOf(List<Row> step) {
        return step.get(step.size() - 1).at();
    }

    private static boolean belongsToNext(Row before, Row after) {
        return before.reject() == null && !before.at().equals(after.at());
    }
}
