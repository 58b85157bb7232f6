package io.chengyun.platform.content;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.table.TableReader;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table of a district package (包表), read strictly: what is wrong is refused with the file, the row and the column. */
public final class PackageTable {

    private PackageTable() {}

    /**
     * Its rows, in their order.
     *
     * @param columns all that are read; the first is the key, which every row must have and no two may share
     */
    public static List<Row> read(Path file, List<String> columns) {
        var name = String.valueOf(file.getFileName());
        var rows = new ArrayList<Row>();
        new TableReader(file, columns)
                .readNumbered((cells, number) -> rows.add(Row.of(name, number, columns, cells)), torn -> {
                    throw new Malformed(name, torn);
                });
        return List.copyOf(rows);
    }

    /**
     * One row (包表行).
     *
     * @param file the table's file
     * @param number of the row; the heading is row 1
     * @param cells those that are not empty, by column
     */
    public record Row(String file, int number, Map<String, String> cells) {

        public Row {
            cells = Map.copyOf(cells);
        }

        private static Row of(String file, int number, List<String> columns, List<String> cells) {
            var byColumn = new HashMap<String, String>();
            for (int i = 0; i < columns.size(); i++) {
                if (!cells.get(i).isBlank()) {
                    byColumn.put(columns.get(i), cells.get(i).strip());
                }
            }
            return new Row(file, number, byColumn);
        }

        /** What stands in a column; none where it is empty. */
        public Optional<String> find(String column) {
            return Optional.ofNullable(cells.get(column));
        }

        /** What stands in a column; refused where it is not of this form. */
        public String text(String column, String form, String advice) {
            var text = find(column).orElseThrow(() -> wrong(column, "must not be empty: " + advice));
            if (!text.matches(form)) {
                throw wrong(column, "'" + text + "': " + advice);
            }
            return text;
        }

        /** The day in a column. */
        public LocalDate day(String column) {
            var day = findDay(column);
            if (day == null) {
                throw wrong(column, "must not be empty: write a day such as 2026-01-31");
            }
            return day;
        }

        /** The day in a column; null where it is empty. */
        public @Nullable LocalDate findDay(String column) {
            var text = find(column).orElse(null);
            try {
                return text == null ? null : LocalDate.parse(text);
            } catch (DateTimeException none) {
                throw wrong(column, "'" + text + "' is no day: write one such as 2026-01-31");
            }
        }

        /** The last day on which the row holds; null until further notice, refused before the first. */
        public @Nullable LocalDate lastDay(String column, LocalDate first) {
            var last = findDay(column);
            if (last != null && last.isBefore(first)) {
                throw wrong(column, last + " is before " + first + ": a row holds from its first day to its last");
            }
            return last;
        }

        /** The number in a column. */
        public double number(String column) {
            var text = text(column, "-?\\d{1,9}(\\.\\d{1,12})?", "write a number such as 121.41");
            return Double.parseDouble(text);
        }

        /** The whole number in a column; null where it is empty. */
        public @Nullable Integer findWhole(String column) {
            return find(column).isEmpty()
                    ? null
                    : Integer.valueOf(text(column, "\\d{1,6}", "write a whole number such as 100"));
        }

        /** What is to be thrown where the column is wrong, for whoever has to mend it. */
        public Malformed wrong(String column, String what) {
            return new Malformed(file + ":" + number + " " + column, what);
        }
    }
}
