package io.chengyun.platform.intake.triage;

import io.chengyun.kernel.CityException;
import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Options;
import io.chengyun.platform.language.Encoder;
import io.chengyun.platform.table.TableReader;
import io.chengyun.platform.table.TableWriter;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** The command {@code ./chengyun triage} (离线分类): classes for the texts of a file, learnt from those of another. */
public final class TriageCommand {

    private static final String USAGE =
            "usage: --train labelled.csv --in texts.csv --out predicted.csv [--floor CONFIDENCE]";
    private static final Set<String> OPTIONS = Set.of("--train", "--in", "--out", "--floor");
    private static final int SHOWN = 20;
    private static final int AT_ONCE = 256;

    private final Encoder encoder;
    private final PrintStream errors;
    private int told;
    private int unsure;

    /** @param errors where a person reads the counts and what is wrong */
    public TriageCommand(Encoder encoder, PrintStream errors) {
        this.encoder = encoder;
        this.errors = errors;
    }

    /** Runs the command; 0, or 1 when rows were refused and the rest was done, or 2 when nothing could be done. */
    public int run(List<String> arguments) {
        try {
            var options = Options.of(arguments, OPTIONS, USAGE);
            double floor = floor(options.find("--floor").orElse("0"));
            var texts = new ArrayList<Labelled>();
            var in = Path.of(options.get("--in"));
            var out = Path.of(options.get("--out"));
            var learnt = new TableReader(Path.of(options.get("--train")), List.of("id", "text", "label"))
                    .read(
                            row -> texts.add(new Labelled(
                                    row.get(0), row.get(1), row.get(2).strip())),
                            torn("--train"));
            var triage = Triage.train(
                    texts.stream().filter(one -> !one.label().isEmpty()).toList(), encoder);
            var done = predict(triage, floor, in, out);
            errors.println("learnt from " + learnt.rows() + ", torn " + learnt.torn() + "; rows " + done.rows()
                    + ", torn " + done.torn() + ", for a person " + unsure);
            return learnt.torn() + done.torn() == 0 ? 0 : 1;
        } catch (CityException wrong) {
            errors.println(wrong.getMessage());
            return 2;
        }
    }

    private TableReader.Outcome predict(Triage triage, double floor, Path in, Path to) {
        try (var out = new TableWriter(to, List.of("id", "label", "confidence"))) {
            var rows = new ArrayList<List<String>>();
            var outcome = new TableReader(in, List.of("id", "text"))
                    .read(
                            row -> {
                                rows.add(row);
                                if (rows.size() == AT_ONCE) {
                                    write(triage, floor, rows, out);
                                }
                            },
                            torn("--in"));
            write(triage, floor, rows, out);
            return outcome;
        }
    }

    /** Proposes for the rows gathered, on all cores, and takes them away. */
    private void write(Triage triage, double floor, List<List<String>> rows, TableWriter out) {
        var proposals = triage.proposeAll(rows.stream().map(row -> row.get(1)).toList());
        for (int i = 0; i < rows.size(); i++) {
            var proposal = proposals.get(i);
            boolean asks = proposal.asksAPerson(floor);
            unsure += asks ? 1 : 0;
            var confidence = String.format(Locale.ROOT, "%.4f", proposal.confidence());
            out.write(List.of(rows.get(i).get(0), asks ? "" : proposal.label(), confidence));
        }
        rows.clear();
    }

    private Consumer<String> torn(String file) {
        return what -> {
            if (told++ < SHOWN) {
                errors.println(file + " " + what);
            }
        };
    }

    private static double floor(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException wrong) {
            throw new Malformed("--floor", "'" + text + "' must be a number from 0 to 1");
        }
    }
}
