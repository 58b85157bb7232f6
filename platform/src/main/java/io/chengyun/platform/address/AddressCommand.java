package io.chengyun.platform.address;

import io.chengyun.kernel.CityException;
import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Options;
import io.chengyun.platform.address.tagging.Tagged;
import io.chengyun.platform.address.tagging.TaggedFile;
import io.chengyun.platform.address.tagging.Tagger;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.table.TableReader;
import io.chengyun.platform.table.TableWriter;
import io.chengyun.platform.table.TextCoding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** The command {@code ./chengyun address} (离线地址解析): texts of a file taken apart and placed, or a tagger trained. */
public final class AddressCommand {

    private static final String USAGE =
            "usage: --in texts.csv --out parsed.csv [--model FILE], or --train tagged.txt|made --model FILE";
    private static final Set<String> OPTIONS = Set.of("--in", "--out", "--train", "--model", "--district");
    /** In place of a file: what the house's own tagger learns from. */
    private static final String MADE = "made";

    private static final int SHOWN = 20;

    private final Path districts;
    private final Clock clock;
    private final PrintStream errors;

    /**
     * @param districts folder of the districts
     * @param clock tells the day whose areas hold
     * @param errors where a person reads the counts and what is wrong
     */
    public AddressCommand(Path districts, Clock clock, PrintStream errors) {
        this.districts = districts;
        this.clock = clock;
        this.errors = errors;
    }

    /** Runs the command; 0, or 1 when rows were refused and the rest was parsed, or 2 when nothing could be done. */
    public int run(List<String> arguments) {
        try {
            var options = Options.of(arguments, OPTIONS, USAGE);
            var folder = districts.resolve(options.find("--district").orElse("minhang"));
            var places = Places.of(folder, clock);
            var tagger = options.find("--train").isPresent() ? train(places, options) : tagger(places, options);
            if (options.find("--in").isEmpty() && options.find("--train").isPresent()) {
                return 0;
            }
            var in = Path.of(options.get("--in"));
            return parse(new AddressTable(Addresses.of(places, folder, tagger), places.today()), in, options);
        } catch (CityException wrong) {
            errors.println(wrong.getMessage());
            return 2;
        }
    }

    private Tagger tagger(Places places, Options options) {
        var model = options.find("--model");
        if (model.isEmpty()) {
            return Addresses.ownTagger(places);
        }
        try (var in = Files.newInputStream(Path.of(model.get()))) {
            return Addresses.tagger(places, in);
        } catch (IOException unreadable) {
            throw new Malformed("--model", model.get() + " cannot be read: name a file that is there");
        }
    }

    private Tagger train(Places places, Options options) {
        var model = Path.of(options.get("--model"));
        var texts = texts(places, options.get("--train"));
        var tagger = Addresses.train(places, texts);
        try (var out = Files.newOutputStream(model)) {
            tagger.write(out);
        } catch (IOException unwritable) {
            throw new Malformed("--model", model + " cannot be written: name a file in a folder that is there");
        }
        errors.println("trained on " + texts.size() + " texts");
        return tagger;
    }

    private static List<Tagged> texts(Places places, String named) {
        if (named.equals(MADE)) {
            return Addresses.made(places);
        }
        try (var in = new BufferedReader(TextCoding.open(Path.of(named)))) {
            return TaggedFile.read(in);
        } catch (IOException unreadable) {
            throw new Malformed("--train", named + " cannot be read: name a file that is there");
        }
    }

    private int parse(AddressTable table, Path in, Options options) {
        var shown = new AtomicInteger();
        try (var out = new TableWriter(Path.of(options.get("--out")), AddressTable.header())) {
            var outcome = new TableReader(in, List.of("id", "text"))
                    .read(row -> out.write(table.row(row.get(0), row.get(1))), torn -> {
                        if (shown.getAndIncrement() < SHOWN) {
                            errors.println(torn);
                        }
                    });
            errors.println("rows " + outcome.rows() + ", torn " + outcome.torn() + table.counts());
            return outcome.torn() == 0 ? 0 : 1;
        }
    }
}
