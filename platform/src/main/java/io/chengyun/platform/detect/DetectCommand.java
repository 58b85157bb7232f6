package io.chengyun.platform.detect;

import io.chengyun.kernel.CityException;
import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.place.ObservedProperties;
import io.chengyun.platform.scenario.RuleDraft;
import io.chengyun.rules.Rule;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The command {@code ./chengyun detect} (离线研判): a rule run over a file as the house would run it. */
public final class DetectCommand {

    private static final Set<String> OPTIONS = Set.of("--rule", "--in", "--out", "--district", "--zone");
    private static final String ZONE = "Asia/Shanghai";

    private final Path districts;
    private final PrintStream errors;

    /**
     * @param districts folder of the districts, whose properties a rule may name
     * @param errors where a person reads the counts and what is wrong
     */
    public DetectCommand(Path districts, PrintStream errors) {
        this.districts = districts;
        this.errors = errors;
    }

    /** Runs the command; 0, or 1 when rows were torn and the rest was scored, or 2 when nothing could be scored. */
    public int run(List<String> arguments) {
        try {
            var options = options(arguments);
            var properties = ObservedProperties.of(districts.resolve(options.getOrDefault("--district", "minhang")));
            var rule = rule(need(options, "--rule"), properties);
            return score(
                    rule,
                    SeriesFile.read(Path.of(need(options, "--in")), zone(options)),
                    Path.of(need(options, "--out")));
        } catch (Refused refused) {
            refused.allowed().forEach(errors::println);
            return 2;
        } catch (CityException wrong) {
            errors.println(wrong.getMessage());
            return 2;
        }
    }

    private static Map<String, String> options(List<String> arguments) {
        var options = new HashMap<String, String>();
        for (int i = 0; i < arguments.size(); i += 2) {
            if (!OPTIONS.contains(arguments.get(i)) || i + 1 == arguments.size()) {
                throw new Malformed(arguments.get(i), "usage: --rule RULE.yml|KIND --in series.csv --out scored.csv");
            }
            options.put(arguments.get(i), arguments.get(i + 1));
        }
        return options;
    }

    private static String need(Map<String, String> options, String name) {
        var value = options.get(name);
        if (value == null) {
            throw new Malformed(name, "is missing; usage: --rule RULE.yml|KIND --in series.csv --out scored.csv");
        }
        return value;
    }

    /** Of the times that name none. */
    private static ZoneId zone(Map<String, String> options) {
        var name = options.getOrDefault("--zone", ZONE);
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new Malformed("--zone", "'" + name + "' is no zone; write one such as " + ZONE);
        }
    }

    /** Of a file, or of a kind's name with its published defaults. */
    private static Rule rule(String named, ObservedProperties properties) {
        if (named.matches("[a-zA-Z][a-zA-Z-]*")) {
            return RuleDraft.read("--rule", "kind: " + named, properties);
        }
        try {
            return RuleDraft.read(named, Files.readString(Path.of(named)), properties);
        } catch (IOException unreadable) {
            throw new Malformed("--rule", named + " cannot be read: name a file that is there, or a kind of rule");
        }
    }

    private int score(Rule any, SeriesFile series, Path out) {
        var interval = series.interval();
        var rule = any.every(interval)
                .orElseThrow(() -> new Malformed("--rule", "cannot judge a series with a row every " + interval));
        int columns = series.header().split(",", -1).length - 1;
        var detections = Detection.of(rule, series.rows(), columns);
        int flagged = write(series, detections, out);
        series.torn().stream().limit(20).forEach(errors::println);
        errors.println("rows " + series.rows().size() + ", torn "
                + series.torn().size() + ", missing "
                + detections.stream().mapToInt(Detection::missing).sum() + ", flagged " + flagged + ", findings "
                + detections.stream().mapToInt(Detection::findings).sum());
        return series.torn().isEmpty() ? 0 : 1;
    }

    private static int write(SeriesFile series, List<Detection> detections, Path out) {
        var lines = new ArrayList<String>();
        lines.add(series.header() + ",score,flag");
        int flagged = 0;
        for (int i = 0; i < series.rows().size(); i++) {
            int row = i;
            double score =
                    detections.stream().mapToDouble(one -> one.score(row)).max().orElse(0);
            boolean flag = detections.stream().anyMatch(one -> one.flag(row));
            flagged += flag ? 1 : 0;
            lines.add(series.rows().get(i).text() + "," + String.format(Locale.ROOT, "%.6f", score) + ","
                    + (flag ? 1 : 0));
        }
        try {
            Files.write(out, lines);
        } catch (IOException unwritable) {
            throw new Malformed("--out", out + " cannot be written: name a file in a folder that is there");
        }
        return flagged;
    }
}
