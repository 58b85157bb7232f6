package io.chengyun.platform.detect;

import io.chengyun.kernel.Malformed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A series as a file gives it (序列文件): a header, then rows {@code time,value[,value…]}.
 *
 * @param rows as they stand in the file
 * @param torn what is wrong with the rows that cannot be weighed, with their row numbers; they keep their place
 */
record SeriesFile(String header, List<Row> rows, List<String> torn) {

    /**
     * A row.
     *
     * @param text as it was written
     * @param at null for a torn row
     * @param values NaN where missing
     */
    record Row(String text, @Nullable Instant at, double[] values) {}

    /**
     * Reads it.
     *
     * @param zone of the times that name none
     */
    static SeriesFile read(Path file, ZoneId zone) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new Malformed("in", file + " cannot be read as UTF-8 text: name a file that is there");
        }
        int columns = lines.isEmpty() ? 0 : lines.get(0).split(",", -1).length - 1;
        if (columns < 1 || lines.size() < 2) {
            throw new Malformed("in", file + " is empty: write a header such as time,value and one row an observation");
        }
        var torn = new ArrayList<String>();
        var rows = new ArrayList<Row>();
        Instant newest = Instant.MIN;
        for (int i = 1; i < lines.size(); i++) {
            try {
                var row = row(lines.get(i), columns, newest, zone);
                newest = Objects.requireNonNull(row.at());
                rows.add(row);
            } catch (DateTimeException | NumberFormatException wrong) {
                torn.add("row " + (i + 1) + ": " + wrong.getMessage());
                rows.add(new Row(lines.get(i), null, new double[0]));
            }
        }
        return new SeriesFile(lines.get(0), rows, torn);
    }

    private static Row row(String line, int columns, Instant newest, ZoneId zone) {
        var fields = line.split(",", -1);
        if (fields.length != columns + 1) {
            throw new NumberFormatException((fields.length - 1) + " values in place of " + columns);
        }
        var at = time(fields[0].strip(), zone);
        if (!at.isAfter(newest)) {
            throw new NumberFormatException("its time is not after that of the row before");
        }
        var values = new double[columns];
        for (int i = 0; i < columns; i++) {
            values[i] = value(fields[i + 1].strip());
        }
        return new Row(line, at, values);
    }

    private static Instant time(String text, ZoneId zone) {
        var iso = text.replace(' ', 'T');
        return iso.matches(".*T.*(Z|[+-]\\d\\d:\\d\\d)")
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).atZone(zone).toInstant();
    }

    private static double value(String text) {
        boolean missing = text.isEmpty() || text.equalsIgnoreCase("NA") || text.equalsIgnoreCase("NaN");
        double value = missing ? Double.NaN : Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw new NumberFormatException("'" + text + "' is not finite");
        }
        return value;
    }

    /** The usual time between two rows: the median. */
    Duration interval() {
        var times = rows.stream().map(Row::at).filter(Objects::nonNull).toList();
        var steps = new ArrayList<Duration>();
        for (int i = 1; i < times.size(); i++) {
            steps.add(Duration.between(times.get(i - 1), times.get(i)));
        }
        if (steps.isEmpty()) {
            throw new Malformed("in", "needs at least two rows with a time and values; found " + torn);
        }
        steps.sort(null);
        return steps.get(steps.size() / 2);
    }
}
