package io.chengyun.platform.detect;

import io.chengyun.kernel.CityException;
import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Options;
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
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The command {@code ./chengyun detect} (离线研判): a rule run over a file as the house would run it. */
public final class DetectCommand {

    private static final String USAGE = "usage: --rule RULE.yml|KIND --in series.csv --out scored.csv";
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
            var options = Options.of(arguments, OPTIONS, USAGE);
            var properties = ObservedProperties.of(
                    districts.resolve(options.find("--district").orElse("minhang")));
            var rule = rule(options.get("--rule"), properties);
            return score(
                    rule, SeriesFile.read(Path.of(options.get("--in")), zone(options)), Path.of(options.get("--out")));
        } catch (Refused refused) {
            refused.allowed().forEach(errors::println);
            return 2;
        } catch (CityException wrong) {
            errors.println(wrong.getMessage());
            return 2;
        }
    }

    /** Of the times that name none. */
    private static ZoneId zone(Options options) {
        var name = options.find("--zone").orElse(ZONE);
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
