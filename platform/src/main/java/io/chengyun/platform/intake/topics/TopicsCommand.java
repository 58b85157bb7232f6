package io.chengyun.platform.intake.topics;

import io.chengyun.kernel.CityException;
import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Options;
import io.chengyun.platform.table.TableReader;
import io.chengyun.platform.table.TableWriter;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The command {@code ./chengyun topics} (离线热点): what the texts of a file are about, and since which day it is hot. */
public final class TopicsCommand {

    private static final String USAGE =
            "usage: --in texts.csv --out topics.csv [--address COLUMN] [--district minhang]";
    private static final Set<String> OPTIONS = Set.of("--in", "--out", "--address", "--district");
    private static final List<String> HEADER =
            List.of("topic", "title", "hot_on", "size", "first_on", "last_on", "place", "ids");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-M-d", Locale.ROOT);
    private static final int SHOWN = 20;

    private final Path districts;
    private final PrintStream errors;
    private int told;
    private int refused;

    /**
     * @param districts folder of the districts
     * @param errors where a person reads the counts and what is wrong
     */
    public TopicsCommand(Path districts, PrintStream errors) {
        this.districts = districts;
        this.errors = errors;
    }

    /** Runs the command; 0, or 1 when rows were refused and the rest was done, or 2 when nothing could be done. */
    public int run(List<String> arguments) {
        try {
            var options = Options.of(arguments, OPTIONS, USAGE);
            var policies = TopicPolicy.read(
                    districts.resolve(options.find("--district").orElse("minhang")));
            var columns = new ArrayList<>(List.of("id", "text", "at"));
            options.find("--address").ifPresent(columns::add);
            var said = new ArrayList<Said>();
            var outcome =
                    new TableReader(Path.of(options.get("--in")), columns).read(row -> take(row, said), this::tell);
            var newest = said.stream().map(Said::on).max(Comparator.naturalOrder());
            var topics = newest.map(day -> new TopicRules(TopicPolicy.on(policies, day)).group(said))
                    .orElse(List.of());
            write(topics, Path.of(options.get("--out")));
            long hot = topics.stream().filter(topic -> topic.hotOn() != null).count();
            errors.println("rows " + said.size() + ", refused " + (outcome.torn() + refused) + ", topics "
                    + topics.size() + ", hot " + hot);
            return outcome.torn() + refused == 0 ? 0 : 1;
        } catch (CityException wrong) {
            errors.println(wrong.getMessage());
            return 2;
        }
    }

    private void take(List<String> row, List<Said> said) {
        try {
            var place = row.size() > 3 && !row.get(3).isBlank() ? row.get(3).strip() : null;
            said.add(new Said(row.get(0), row.get(1), day(row.get(2)), place));
        } catch (Malformed wrong) {
            refused++;
            tell(row.get(0) + ": " + wrong.getMessage());
        }
    }

    /** The day of a moment, however much of the time of day is written behind it. */
    private static LocalDate day(String at) {
        try {
            return LocalDate.parse(at.strip().split("[ T]", 2)[0].replace('/', '-'), DAY);
        } catch (DateTimeException wrong) {
            throw new Malformed("at", "'" + at + "' is no day; write 2026-11-26, or a time of it behind");
        }
    }

    private static void write(List<Topic> topics, Path to) {
        try (var out = new TableWriter(to, HEADER)) {
            int number = 0;
            for (var topic : topics) {
                number++;
                out.write(List.of(
                        String.valueOf(number),
                        topic.title(),
                        text(topic.hotOn()),
                        String.valueOf(topic.size()),
                        topic.firstOn().toString(),
                        topic.lastOn().toString(),
                        text(topic.place()),
                        String.join(" ", topic.requests())));
            }
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private void tell(String what) {
        if (told++ < SHOWN) {
            errors.println(what);
        }
    }
}
