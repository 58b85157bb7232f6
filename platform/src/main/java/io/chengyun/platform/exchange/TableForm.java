package io.chengyun.platform.exchange;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.exchange.Version.Change;
import io.chengyun.platform.table.TableWriter;
import io.chengyun.platform.table.TextCoding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * How a table that somebody brings is checked and put into its one form (规范表): the catalogue's columns in their order, the
 * rows by key, UTF-8. The same content so has the same digest, whoever saved it.
 */
final class TableForm {

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvReadFeature.WRAP_AS_ARRAY, CsvReadFeature.SKIP_EMPTY_LINES)
            .build();
    /** Nobody mends more of them at a time. */
    private static final int MOST_PROBLEMS = 50;

    private static final String BETWEEN = "\u0000";

    private TableForm() {}

    /**
     * What is wrong with a table (表格问题).
     *
     * @param row the heading is row 1
     * @param column empty where it is the whole row
     */
    record Problem(int row, String column, String remedy) {}

    /** A table that was read: its rows by key, or what is wrong with it. */
    record Taken(SortedMap<String, List<String>> rows, List<Problem> problems) {}

    /** Reads a table of a data set; where anything is wrong nothing of it counts. */
    static Taken read(Path table, DataSet set, ExchangeSettings most) {
        var reading = new Reading(set, most);
        try {
            rows(table, reading::take);
        } catch (JacksonException unclosed) {
            reading.wrong("", "is no row of a table, and nothing behind it was read: look for an odd quote");
        } catch (Malformed otherwise) {
            throw new Malformed("file", "is neither UTF-8 nor GBK: save it as UTF-8");
        }
        return reading.outcome();
    }

    static void write(Path to, DataSet set, Taken taken) {
        try (var out = new TableWriter(to, set.columns())) {
            taken.rows().values().forEach(out::write);
        }
    }

    /** The names of a kept table's columns. */
    static List<String> columns(Path table) {
        var first = new ArrayList<List<String>>();
        rows(table, cells -> {
            if (first.isEmpty()) {
                first.add(List.of(cells));
            }
        });
        return first.get(0);
    }

    /** Copies some of a kept table's columns. */
    static void copy(Path from, Path to, List<String> columns) {
        var all = columns(from);
        var places = columns.stream().mapToInt(all::indexOf).toArray();
        try (var out = new TableWriter(to, columns)) {
            rows(from, new Consumer<>() {
                private boolean heading = true;

                @Override
                public void accept(String[] cells) {
                    if (!heading) {
                        out.write(Arrays.stream(places)
                                .mapToObj(place -> cells[place])
                                .toList());
                    }
                    heading = false;
                }
            });
        }
    }

    /** What became of a kept table's rows. Where its columns were others, every row that stayed counts as changed. */
    static Change change(Path before, Taken now, DataSet set) {
        var old = new HashMap<String, String>();
        var all = columns(before);
        int key = all.indexOf(set.key());
        rows(before, cells -> old.put(key < 0 ? cells[0] : cells[key], String.join(BETWEEN, cells)));
        old.remove(key < 0 ? all.get(0) : set.key());
        boolean sameColumns = all.equals(set.columns());
        int added = 0;
        int changed = 0;
        for (var row : now.rows().entrySet()) {
            var was = old.remove(row.getKey());
            if (was == null) {
                added++;
            } else if (!sameColumns || !was.equals(String.join(BETWEEN, row.getValue()))) {
                changed++;
            }
        }
        return new Change(added, old.size(), changed);
    }

    private static void rows(Path table, Consumer<String[]> each) {
        try (var text = TextCoding.open(table);
                MappingIterator<String[]> rows = CSV.readerFor(String[].class).readValues(text)) {
            while (rows.hasNext()) {
                each.accept(rows.next());
            }
        } catch (IOException unreadable) {
            throw new Malformed("file", "cannot be read: send it again");
        }
    }

    /** One table on its way in. */
    private static final class Reading {

        private final DataSet set;
        private final ExchangeSettings most;
        private final int keyPlace;
        private final SortedMap<String, List<String>> rows = new TreeMap<>();
        private final List<Problem> problems = new ArrayList<>();
        private List<String> header = List.of();
        private int[] places = {};
        private int number;
        private long text;

        Reading(DataSet set, ExchangeSettings most) {
            this.set = set;
            this.most = most;
            this.keyPlace = set.columns().indexOf(set.key());
        }

        void take(String[] cells) {
            number++;
            text += Arrays.stream(cells).mapToLong(String::length).sum();
            if (number > most.rows() + 1 || text > most.text()) {
                throw new Refused(ExchangeRefusal.TOO_LARGE);
            }
            if (number == 1) {
                heading(Arrays.stream(cells).map(String::strip).toList());
            } else if (places.length > 0 && problems.size() < MOST_PROBLEMS) {
                row(cells);
            }
        }

        private void heading(List<String> names) {
            header = names;
            set.columns().stream()
                    .filter(column -> !names.contains(column))
                    .forEach(column -> wrong(column, "is missing: the catalogue has it"));
            names.stream()
                    .filter(column -> !set.columns().contains(column))
                    .forEach(column ->
                            wrong(column, "is no column of the catalogue: leave it out, or describe it there first"));
            if (problems.isEmpty() && names.size() > set.columns().size()) {
                wrong("", "has a column twice: name each once");
            }
            if (problems.isEmpty()) {
                places = set.columns().stream().mapToInt(names::indexOf).toArray();
            }
        }

        private void row(String[] cells) {
            if (cells.length != header.size()) {
                wrong("", "has " + cells.length + " cells in place of " + header.size());
                return;
            }
            var row = Arrays.stream(places)
                    .mapToObj(place -> cells[place].strip())
                    .toList();
            for (int i = 0; i < row.size(); i++) {
                if (TableWriter.isFormula(row.get(i))) {
                    wrong(set.columns().get(i), "begins like a formula (= + - @): write it without that sign");
                }
            }
            var key = row.get(keyPlace);
            if (key.isEmpty()) {
                wrong(set.key(), "must not be empty: rows are told apart by it");
            } else if (rows.putIfAbsent(key, row) != null) {
                wrong(set.key(), "stands in an earlier row: it must be another in each");
            }
        }

        void wrong(String column, String remedy) {
            if (problems.size() < MOST_PROBLEMS) {
                problems.add(new Problem(Math.max(1, number), column, remedy));
            }
        }

        Taken outcome() {
            if (number == 0) {
                heading(List.of());
            }
            return new Taken(problems.isEmpty() ? rows : new TreeMap<>(), List.copyOf(problems));
        }
    }
}
