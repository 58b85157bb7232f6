package io.chengyun.acceptance.judge.text;

import io.chengyun.acceptance.house.Places;
import io.chengyun.acceptance.judge.Detector;
import io.chengyun.acceptance.judge.Score;
import io.chengyun.acceptance.judge.Score.Goal;
import io.chengyun.acceptance.judge.Scoring;
import io.chengyun.platform.intake.duplicates.DuplicatesCommand;
import io.chengyun.platform.table.TableReader;
import io.chengyun.platform.table.TableWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sanitation requests of Chicago (重复诉求), of which the city marked the duplicates: what {@code ./chengyun duplicates} merges. */
public final class DuplicateScoring implements Scoring {

    private static final String FILE = "requests_311/chicago_sanitation_311.csv.gz";
    /** The weights of the district were fitted to what came before. */
    private static final int SCORED = 2013;

    private static final List<Integer> FITTED = List.of(2011, 2012);

    @Override
    public String name() {
        return "duplicates";
    }

    @Override
    public List<String> files() {
        return List.of(FILE);
    }

    /**
     * A request as the city keeps it.
     *
     * @param closed empty while it is open
     */
    private record Row(String id, LocalDate on, String closed, boolean duplicate, List<String> matter) {

        String address() {
            return matter.get(1);
        }

        boolean isOpenOn(LocalDate day) {
            return closed.isEmpty() || !LocalDate.parse(closed).isBefore(day);
        }
    }

    @Override
    public List<Score> score(Path data, Detector unused) throws IOException {
        var rows = read(data.resolve(FILE));
        var folder = Files.createTempDirectory("chengyun-duplicates");
        try {
            var house = merged(rows, folder, "");
            // as if nothing were closed before the end of its day
            var late = merged(rows, folder, " 23:59:59");
            var plain = plain(rows);
            var reference = String.format(
                    "same address and one still open %.3f",
                    f1(rows, plain, List.of(SCORED)).f1());
            var later = f1(rows, house, List.of(SCORED));
            int n = rows.size();
            var every = rows.stream().map(row -> row.on().getYear()).distinct().toList();
            return List.of(
                    new Score(
                            "duplicates.f1",
                            later.f1(),
                            Goal.atLeast(0.746),
                            reference,
                            n,
                            "requests to 2013; of 2013"),
                    new Score("duplicates.precision", later.precision(), Goal.NONE, "", later.said(), "merged in 2013"),
                    new Score("duplicates.recall", later.recall(), Goal.NONE, "", later.known(), "marked in 2013"),
                    all("duplicates.f1.fitted", rows, house, FITTED, "of 2011 and 2012, fitted"),
                    all("duplicates.f1.all", rows, house, every, "of all"),
                    all("duplicates.f1.plain", rows, plain, every, "of all, same address and one still open"),
                    all(
                            "duplicates.f1.late",
                            rows,
                            late,
                            List.of(SCORED),
                            "of 2013, closings at the end of their day"));
        } finally {
            Packed.delete(folder);
        }
    }

    private static Score all(String name, List<Row> rows, Map<String, Boolean> said, List<Integer> years, String note) {
        var score = f1(rows, said, years);
        return new Score(name, score.f1(), Goal.NONE, "", score.known(), note);
    }

    private record Counted(int right, int said, int known) {

        double precision() {
            return (double) right / Math.max(1, said);
        }

        double recall() {
            return (double) right / Math.max(1, known);
        }

        double f1() {
            return 2.0 * right / Math.max(1, said + known);
        }
    }

    private static Counted f1(List<Row> rows, Map<String, Boolean> merged, List<Integer> years) {
        int right = 0;
        int said = 0;
        int known = 0;
        for (var row : rows) {
            if (years.contains(row.on().getYear())) {
                boolean merges = merged.getOrDefault(row.id(), false);
                right += merges && row.duplicate() ? 1 : 0;
                said += merges ? 1 : 0;
                known += row.duplicate() ? 1 : 0;
            }
        }
        return new Counted(right, said, known);
    }

    /** A number that comes again is the same request, and no duplicate by the city's marks either. */
    private static List<Row> read(Path file) {
        var rows = new ArrayList<Row>();
        new TableReader(
                        file,
                        List.of(
                                "Service_Request_Number",
                                "Creation_Date",
                                "Completion_Date",
                                "Status",
                                "Type_of_Service_Request",
                                "Street_Address",
                                "Latitude",
                                "Longitude",
                                "What_is_the_Nature_of_this_Code_Violation"))
                .read(
                        cells -> rows.add(new Row(
                                cells.get(0),
                                LocalDate.parse(cells.get(1)),
                                cells.get(2).equals("NA") ? "" : cells.get(2),
                                cells.get(3).contains("Dup"),
                                cells.subList(4, cells.size()))),
                        again -> {});
        rows.sort(Comparator.comparing(Row::on).thenComparing(Row::id));
        return rows;
    }

    private static Map<String, Boolean> merged(List<Row> rows, Path folder, String closing) throws IOException {
        var in = folder.resolve("in.csv");
        var out = folder.resolve("out.csv");
        var header = List.of(
                "external_id", "requested_at", "service_code", "description", "address", "lat", "lon", "closed_at");
        try (var table = new TableWriter(in, header)) {
            for (var row : rows) {
                var matter = row.matter();
                table.write(List.of(
                        row.id(),
                        row.on().toString(),
                        matter.get(0),
                        matter.get(4),
                        matter.get(1),
                        matter.get(2),
                        matter.get(3),
                        row.closed().isEmpty() ? "" : row.closed() + closing));
            }
        }
        var clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        var command = new DuplicatesCommand(
                Places.ROOT.resolve("districts"), clock, text -> new float[] {1}, Packed.errors());
        int ended = command.run(List.of("--in", in.toString(), "--out", out.toString(), "--zone", "America/Chicago"));
        if (ended != 0) {
            throw new IOException("duplicates ended with " + ended);
        }
        Map<String, Boolean> merged = new HashMap<>();
        new TableReader(out, List.of("external_id", "duplicate"))
                .read(row -> merged.put(row.get(0), row.get(1).equals("1")), torn -> {
                    throw new IllegalStateException(torn);
                });
        return merged;
    }

    private static Map<String, Boolean> plain(List<Row> rows) {
        Map<String, List<Row>> byAddress = new HashMap<>();
        Map<String, Boolean> said = new HashMap<>();
        for (var row : rows) {
            var before = byAddress.computeIfAbsent(row.address(), any -> new ArrayList<>());
            said.put(row.id(), before.stream().anyMatch(one -> one.isOpenOn(row.on())));
            before.add(row);
        }
        return said;
    }
}
