package io.chengyun.platform.replay;

import static java.util.Map.entry;

import io.chengyun.kernel.CityException;
import io.chengyun.kernel.Fault;
import io.chengyun.kernel.Ids;
import io.chengyun.platform.evaluation.Evaluation;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.replay.Replay.Moment;
import io.chengyun.platform.replay.ReplayOptions.Acting;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code ./chengyun replay}: the house on a database of its own that is thrown away afterwards. */
public final class ReplayCommand {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Class<?> house;
    private final PrintStream errors;

    /**
     * @param house the application class, so that a replay runs exactly what runs live
     * @param errors where a person reads what is wrong
     */
    public ReplayCommand(Class<?> house, PrintStream errors) {
        this.house = house;
        this.errors = errors;
    }

    /** Runs the command; returns 0, or 2 with a sentence when the input was wrong. */
    public int run(List<String> arguments) {
        try {
            var options = ReplayOptions.parse(arguments);
            var script = Script.read(options.in(), ZONE);
            try {
                replay(options, script);
            } finally {
                if (script.requests() != null) {
                    script.requests().tally().show(errors);
                }
            }
            return 0;
        } catch (Fault broken) {
            throw broken;
        } catch (CityException wrong) {
            errors.println(wrong.getMessage());
            return 2;
        }
    }

    private void replay(ReplayOptions options, Script script) {
        var first = script.first();
        var data = temporaryFolder();
        try (var context = open(options, first, data)) {
            var until = options.until() == null ? script.last().plus(Replay.AFTERMATH) : options.until();
            var observed = new Tally();
            context.getBean(Replay.class).run(moments(context, script, observed), until);
            var output = new ReplayOutput(context.getBean(JsonMapper.class));
            output.writeEvents(context.getBean(Journal.class), options.out().events());
            var requests = script.requests();
            output.writeSummary(
                    context.getBean(Evaluation.class).figures(null),
                    observed.counts(),
                    requests == null ? null : requests.tally().counts(),
                    options.out().summary());
        } finally {
            delete(data);
        }
    }

    private static List<Moment> moments(ConfigurableApplicationContext context, Script script, Tally tally) {
        var observations = script.observations();
        var requests = script.requests();
        return Script.together(
                observations == null
                        ? List.of()
                        : context.getBean(ObservationPlayer.class).moments(observations, script.things(), tally),
                requests == null
                        ? List.of()
                        : context.getBean(RequestPlayer.class).moments(requests));
    }

    private ConfigurableApplicationContext open(ReplayOptions options, Instant start, Path data) {
        var application = new SpringApplication(house);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setRegisterShutdownHook(true);
        application.setDefaultProperties(Map.ofEntries(
                entry("chengyun.clock", "virtual"),
                entry("chengyun.journal.live", "false"),
                entry("chengyun.postgres.data", data.resolve("postgres").toString()),
                entry(
                        "chengyun.casework.evidence.folder",
                        data.resolve("evidence").toString()),
                entry("chengyun.ledger.folder", data.resolve("ledger").toString()),
                // nobody waits for a checkpoint of a replay
                entry("chengyun.ledger.pace", "1d"),
                entry("chengyun.ledger.tamper.rows", "0"),
                // keys are made by chance, and the same replay has to be the same bytes
                entry("chengyun.ledger.signing.on", "false"),
                entry("chengyun.postgres.durable", "false"),
                entry("chengyun.place.district", "districts/" + options.district()),
                // another city's requests lie elsewhere
                entry("chengyun.place.outside", options.in().requests() == null ? "refuse" : "centre"),
                entry("chengyun.scenario.only", options.scenario()),
                entry("chengyun.replay.actors", Boolean.toString(options.actors() != Acting.NONE)),
                entry("chengyun.replay.by-file", Boolean.toString(options.actors() == Acting.DATA)),
                entry("logging.level.root", "WARN")));
        application.addInitializers(context -> {
            var beans = (GenericApplicationContext) context;
            beans.registerBean(VirtualClock.class, () -> new VirtualClock(start, ZONE));
            beans.registerBean(Ids.class, CountedIds::new);
        });
        return application.run();
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("chengyun-replay");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("deleting " + folder, e);
        }
    }
}
