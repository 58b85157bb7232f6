package io.chengyun.acceptance.judge;

import io.chengyun.acceptance.house.Places;
import io.chengyun.platform.detect.DetectCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code ./chengyun detect} on a series (离线研判调用): what is scored is what everybody can run. */
public final class Detector {

    private final Path folder;

    Detector(Path folder) {
        this.folder = folder;
    }

    /** A series: its rows as {@code time,value[,value…]}. */
    record Series(int columns, List<String> rows) {}

    /** What was said of each row. */
    record Said(double[] scores, boolean[] flags) {

        /** Rows on which a run of flagged rows begins. */
        List<Integer> alarms() {
            var alarms = new ArrayList<Integer>();
            for (int i = 0; i < flags.length; i++) {
                if (flags[i] && (i == 0 || !flags[i - 1])) {
                    alarms.add(i);
                }
            }
            return alarms;
        }
    }

    /**
     * Runs a rule over a series.
     *
     * @param rule a kind's name, or the text of a rule file
     */
    Said run(String rule, Series series) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("time" + ",value".repeat(series.columns()));
        lines.addAll(series.rows());
        var in = Files.write(folder.resolve("in.csv"), lines);
        var out = folder.resolve("out.csv");
        boolean named = rule.matches("[a-z-]+");
        var file = named
                ? rule
                : Files.writeString(folder.resolve("rule.yml"), rule).toString();
        var heard = new ByteArrayOutputStream();
        int code = new DetectCommand(
                        Places.ROOT.resolve("districts"), new PrintStream(heard, true, StandardCharsets.UTF_8))
                .run(List.of("--rule", file, "--in", in.toString(), "--out", out.toString()));
        if (code == 2) {
            throw new IOException("detect could not score: " + heard.toString(StandardCharsets.UTF_8));
        }
        return read(Files.readAllLines(out));
    }

    private static Said read(List<String> lines) {
        int n = lines.size() - 1;
        var said = new Said(new double[n], new boolean[n]);
        for (int i = 0; i < n; i++) {
            var cells = lines.get(i + 1).split(",", -1);
            said.scores()[i] = Double.parseDouble(cells[cells.length - 2]);
            said.flags()[i] = cells[cells.length - 1].equals("1");
        }
        return said;
    }
}
