package io.chengyun.platform.dispatch.routing;

import io.chengyun.kernel.CityException;
import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Options;
import io.chengyun.platform.dispatch.routing.Routes.Ranked;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.table.TableReader;
import io.chengyun.platform.table.TableWriter;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The command {@code ./chengyun route} (离线派遣): who is likely to take the matters of a file, learnt from those of another. */
public final class RouteCommand {

    private static final String USAGE = "usage: --train routed.csv --in requests.csv --out ranked.csv";
    private static final Set<String> OPTIONS = Set.of("--train", "--in", "--out");
    private static final List<String> COLUMNS = List.of("external_id", "service_code", "address", "lat", "lon");
    private static final List<String> AREA = List.of("area");
    private static final int RANKED = 3;
    private static final int SHOWN = 20;

    private final PrintStream errors;
    private final Routes routes = new Routes();
    private int learnt;
    private int ranked;
    private int told;
    private int wrong;

    /** @param errors where a person reads the counts and what is wrong */
    public RouteCommand(PrintStream errors) {
        this.errors = errors;
    }

    /** Runs the command; 0, or 1 when rows were refused and the rest was done, or 2 when nothing could be done. */
    public int run(List<String> arguments) {
        try {
            var options = Options.of(arguments, OPTIONS, USAGE);
            var out = Path.of(options.get("--out"));
            var in = Path.of(options.get("--in"));
            learn(Path.of(options.get("--train")));
            if (learnt == 0) {
                throw new Malformed("--train", "holds no row that says who took it");
            }
            rank(in, out);
            errors.println("learnt from " + learnt + "; rows " + ranked + "; torn " + wrong);
            return wrong == 0 ? 0 : 1;
        } catch (CityException no) {
            errors.println(no.getMessage());
            return 2;
        }
    }

    private void learn(Path train) {
        var columns = new ArrayList<>(COLUMNS);
        columns.add("organisation");
        new TableReader(train, columns, AREA)
                .readNumbered(
                        (cells, number) -> take("--train", number, () -> {
                            var organisation = cells.get(COLUMNS.size()).strip();
                            if (!organisation.isEmpty()) {
                                routes.learn(sought(cells, cells.get(COLUMNS.size() + 1)), organisation);
                                learnt++;
                            }
                        }),
                        torn("--train"));
    }

    private void rank(Path in, Path to) {
        try (var out = new TableWriter(to, List.of("external_id", "organisation", "likelihood", "second", "third"))) {
            new TableReader(in, COLUMNS, AREA)
                    .readNumbered(
                            (cells, number) -> take("--in", number, () -> {
                                var best = routes.rank(sought(cells, cells.get(COLUMNS.size())), RANKED);
                                var likelihood = String.format(
                                        Locale.ROOT, "%.4f", best.get(0).likelihood());
                                out.write(
                                        List.of(cells.get(0), name(best, 0), likelihood, name(best, 1), name(best, 2)));
                                ranked++;
                            }),
                            torn("--in"));
        }
    }

    private static String name(List<Ranked> best, int place) {
        return place < best.size() ? best.get(place).organisation() : "";
    }

    private void take(String file, int row, Runnable taking) {
        try {
            taking.run();
        } catch (Malformed bad) {
            torn(file).accept("row " + row + ": " + bad.getMessage());
        }
    }

    private static Sought sought(List<String> cells, String area) {
        var service = cells.get(1).strip();
        if (service.isEmpty()) {
            throw new Malformed("service_code", "must not be empty");
        }
        return new Sought(
                service,
                area,
                cells.get(2),
                point(cells.get(3).strip(), cells.get(4).strip()));
    }

    private static @Nullable Position point(String lat, String lon) {
        if (lat.isEmpty() && lon.isEmpty()) {
            return null;
        }
        try {
            return new Position(Double.parseDouble(lon), Double.parseDouble(lat));
        } catch (NumberFormatException wrong) {
            throw new Malformed("lat", "lat and lon must be numbers of degrees, or both empty");
        }
    }

    private Consumer<String> torn(String file) {
        return what -> {
            wrong++;
            if (told++ < SHOWN) {
                errors.println(file + " " + what);
            }
        };
    }
}
