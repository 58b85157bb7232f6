package io.chengyun.acceptance.judge;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One station's hourly values of one property (站点), into which faults are put by a seed. */
final class Station {

    /** One fault a fortnight or so. */
    private static final int EVERY = 300;

    private static final int DATE = 1;
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    final String name;
    final List<LocalDateTime> hours = new ArrayList<>();
    double[] values;

    private Station(String name) {
        this.name = name;
        this.values = new double[0];
    }

    /** Reads a column of a file whose second to fifth columns are year, month, day and hour. */
    static Station read(Path file, String column) throws IOException {
        var lines = Archive.lines(file);
        int index = List.of(lines.get(0).replace("\"", "").split(",", -1)).indexOf(column);
        var station = new Station(file.getFileName() + " " + column);
        station.values = new double[lines.size() - 1];
        for (int i = 1; i < lines.size(); i++) {
            var cells = lines.get(i).split(",", -1);
            station.hours.add(LocalDateTime.of(
                    Integer.parseInt(cells[DATE]),
                    Integer.parseInt(cells[DATE + 1]),
                    Integer.parseInt(cells[DATE + 2]),
                    Integer.parseInt(cells[DATE + 3]),
                    0));
            var cell = cells[index];
            station.values[i - 1] = cell.isEmpty() || cell.equals("NA") ? Double.NaN : Double.parseDouble(cell);
        }
        return station;
    }

    Instant at(int row) {
        return hours.get(row).toInstant(CHINA);
    }

    /** Weeks for which it has values. */
    double weeks() {
        long known = java.util.Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .count();
        return known / 168.0;
    }

    /** A copy that stands still for so many hours now and then, and when. */
    List<FaultScore.Fault> stick(double[] into, int hoursLong, long seed) {
        return put(into, hoursLong, seed, (row, start) -> values[start]);
    }

    /** A copy that leaps by so much for one hour now and then, and when; it may be told when the next values came. */
    List<FaultScore.Fault> leap(double[] into, double by, long seed) {
        return put(into, 1, seed, (row, start) -> values[row] + by);
    }

    /** What a fault makes of a row. */
    private interface Fate {
        double of(int row, int start);
    }

    private List<FaultScore.Fault> put(double[] into, int length, long seed, Fate fate) {
        var random = new Random(seed + name.hashCode());
        System.arraycopy(values, 0, into, 0, values.length);
        var faults = new ArrayList<FaultScore.Fault>();
        for (int start = EVERY + random.nextInt(EVERY);
                start + 2 * length < values.length;
                start += EVERY / 2 + random.nextInt(EVERY)) {
            if (isWhole(start - 24, start + length + 3) && values[start] != 0) {
                for (int row = start; row < start + length; row++) {
                    into[row] = fate.of(row, start);
                }
                faults.add(new FaultScore.Fault(start, start + length - 1));
            }
        }
        return faults;
    }

    private boolean isWhole(int from, int until) {
        for (int row = from; row < until; row++) {
            if (row >= values.length || Double.isNaN(values[row])) {
                return false;
            }
        }
        return true;
    }

    List<String> rows(double[] of) {
        var rows = new ArrayList<String>();
        for (int i = 0; i < of.length; i++) {
            rows.add(hours.get(i) + ":00," + (Double.isNaN(of[i]) ? "NA" : Double.toString(of[i])));
        }
        return rows;
    }
}
