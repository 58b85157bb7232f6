package io.chengyun.platform.table;

import io.chengyun.kernel.Malformed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** Reads a comma-separated file row by row (读表), the wanted columns only. */
public final class TableReader {

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvReadFeature.WRAP_AS_ARRAY, CsvReadFeature.SKIP_EMPTY_LINES)
            .build();

    private final Path file;
    private final List<String> columns;
    private final List<String> optional;

    /**
     * What became of a table (读表结果).
     *
     * @param rows good ones
     * @param torn rows that were refused
     */
    public record Outcome(int rows, int torn) {}

    /**
     * A table.
     *
     * @param columns wanted; the first is the key, which every row must have and no two may share
     */
    public TableReader(Path file, List<String> columns) {
        this(file, columns, List.of());
    }

    /**
     * A table.
     *
     * @param optional columns that it may have besides; where it has not, their cells are empty
     */
    public TableReader(Path file, List<String> columns, List<String> optional) {
        this.file = file;
        this.columns = List.copyOf(columns);
        this.optional = List.copyOf(optional);
    }

    /**
     * Reads all of it.
     *
     * @param good is given the wanted cells of each good row
     * @param torn is told what is wrong with each other row, by its number; the heading is row 1
     */
    public Outcome read(Consumer<List<String>> good, Consumer<String> torn) {
        return readNumbered((cells, number) -> good.accept(cells), torn);
    }

    /**
     * Reads all of it.
     *
     * @param good is given the wanted cells of each good row and its number
     * @param torn is told what is wrong with each other row, by its number
     */
    public Outcome readNumbered(ObjIntConsumer<List<String>> good, Consumer<String> torn) {
        try (var text = TextCoding.open(file);
                MappingIterator<String[]> rows = CSV.readerFor(String[].class).readValues(text)) {
            return new Reading(rows, good, torn).run();
        } catch (IOException unreadable) {
            throw new Malformed("in", file + " cannot be read: " + unreadable.getMessage());
        }
    }

    private final class Reading {

        private final MappingIterator<String[]> rows;
        private final ObjIntConsumer<List<String>> good;
        private final Consumer<String> torn;
        private final Keys keys = new Keys();
        private int goodRows;
        private int tornRows;

        Reading(MappingIterator<String[]> rows, ObjIntConsumer<List<String>> good, Consumer<String> torn) {
            this.rows = rows;
            this.good = good;
            this.torn = torn;
        }

        Outcome run() {
            int number = 1;
            try {
                var header = rows.hasNext() ? rows.next() : new String[0];
                var places = places(header);
                while (rows.hasNext()) {
                    number++;
                    take(number, rows.next(), header.length, places);
                }
            } catch (JacksonException unclosed) {
                tear("row " + (number + 1) + ": is no row of a table, and nothing behind it was read: "
                        + unclosed.getOriginalMessage());
            }
            return new Outcome(goodRows, tornRows);
        }

        private int[] places(String[] header) {
            var names = Arrays.stream(header).map(String::strip).toList();
            return Stream.concat(columns.stream(), optional.stream())
                    .mapToInt(column -> {
                        if (!names.contains(column) && columns.contains(column)) {
                            throw new Malformed(
                                    "in",
                                    file + " has no column " + column + "; its first line must name "
                                            + String.join(",", columns));
                        }
                        return names.indexOf(column);
                    })
                    .toArray();
        }

        private void take(int number, String[] cells, int width, int[] places) {
            if (cells.length != width) {
                tear("row " + number + ": has " + cells.length + " cells in place of " + width);
                return;
            }
            var key = cells[places[0]];
            if (key.isBlank()) {
                tear("row " + number + ": " + columns.get(0) + " must not be empty");
            } else if (!keys.add(key)) {
                tear("row " + number + ": " + columns.get(0) + " stands in an earlier row");
            } else {
                goodRows++;
                var wanted = Arrays.stream(places).mapToObj(place -> place < 0 ? "" : cells[place]);
                good.accept(wanted.toList(), number);
            }
        }

        private void tear(String what) {
            tornRows++;
            torn.accept(what);
        }
    }
}
