package io.chengyun.platform.intake.duplicates;

import io.chengyun.kernel.CityException;
import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Options;
import io.chengyun.platform.address.AddressFinder;
import io.chengyun.platform.intake.duplicates.RequestsOfFile.Row;
import io.chengyun.platform.language.Encoder;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.table.TableReader;
import io.chengyun.platform.table.TableWriter;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The command {@code ./chengyun duplicates} (离线查重): which requests of a file the house would merge by itself, by the same rules. */
public final class DuplicatesCommand {

    private static final String USAGE =
            "usage: --in requests.csv --out merged.csv [--district minhang] [--zone America/Chicago]";
    private static final Set<String> OPTIONS = Set.of("--in", "--out", "--district", "--zone");
    private static final List<String> HEADER = List.of("external_id", "duplicate", "of", "score", "reasons");
    private static final int SHOWN = 20;

    private final Path districts;
    private final Clock clock;
    private final Encoder encoder;
    private final PrintStream errors;
    private int told;

    /**
     * @param districts folder of the districts
     * @param errors where a person reads the counts and what is wrong
     */
    public DuplicatesCommand(Path districts, Clock clock, Encoder encoder, PrintStream errors) {
        this.districts = districts;
        this.clock = clock;
        this.encoder = encoder;
        this.errors = errors;
    }

    /** Runs the command; 0, or 1 when rows were refused and the rest was done, or 2 when nothing could be done. */
    public int run(List<String> arguments) {
        try {
            var options = Options.of(arguments, OPTIONS, USAGE);
            var folder = districts.resolve(options.find("--district").orElse("minhang"));
            var places = Places.of(folder, clock);
            var zone = options.find("--zone")
                    .map(DuplicatesCommand::zone)
                    .orElse(places.district().zone());
            var file = new RequestsOfFile(zone, AddressFinder.of(places, folder), this::tell);
            var torn =
                    new TableReader(Path.of(options.get("--in")), RequestsOfFile.COLUMNS).read(file::take, this::tell);
            var open = new OpenTraces();
            var duplicates = new Duplicates(
                    open, new Meanings(encoder, new MeaningShelf.Memory()), zone, DuplicatePolicies.ofDistrict(folder));
            int merged = write(file.inOrder(), open, duplicates, Path.of(options.get("--out")));
            int refused = torn.torn() + file.refused();
            errors.println("rows " + file.inOrder().size() + ", refused " + refused + ", merged " + merged);
            return refused == 0 ? 0 : 1;
        } catch (CityException wrong) {
            errors.println(wrong.getMessage());
            return 2;
        }
    }

    private static int write(List<Row> rows, OpenTraces open, Duplicates duplicates, Path to) {
        int merged = 0;
        try (var out = new TableWriter(to, HEADER)) {
            for (var row : rows) {
                var into = duplicates.findToMerge(row.trace());
                var matter = into.map(Duplicate::caseId).orElse(null);
                if (into.isPresent() && matter != null) {
                    merged++;
                    open.join(row.trace(), matter);
                    var score = String.format(Locale.ROOT, "%.4f", into.get().score());
                    out.write(List.of(
                            row.trace().id(), "1", matter, score, into.get().why()));
                } else {
                    open.add(row.trace(), row.closedAt());
                    out.write(List.of(row.trace().id(), "0", "", "", ""));
                }
            }
        }
        return merged;
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (java.time.DateTimeException wrong) {
            throw new Malformed("--zone", "'" + name + "' is no time zone; write America/Chicago or +08:00");
        }
    }

    private void tell(String what) {
        if (told++ < SHOWN) {
            errors.println(what);
        }
    }
}
