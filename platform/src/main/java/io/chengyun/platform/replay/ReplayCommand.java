package io.chengyun.platform.replay;

import io.chengyun.kernel.CityException;
import io.chengyun.kernel.Fault;
import io.chengyun.kernel.Ids;
import io.chengyun.platform.evaluation.Evaluation;
import io.chengyun.platform.journal.Journal;
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
            var timeline = Timeline.read(options.observations());
            var things = ThingsFile.read(options.things());
            replay(options, timeline, things);
            return 0;
        } catch (Fault broken) {
            throw broken;
        } catch (CityException wrong) {
            errors.println(wrong.getMessage());
            return 2;
        }
    }

    private void replay(ReplayOptions options, Timeline timeline, ThingsFile things) {
        var data = temporaryFolder();
        try (var context = open(options, timeline.first(), data)) {
            var until = options.until() == null ? timeline.last().plus(Replay.AFTERMATH) : options.until();
            var tally = context.getBean(Replay.class).run(timeline, things, until);
            var output = new ReplayOutput(context.getBean(JsonMapper.class));
            output.writeEvents(context.getBean(Journal.class), options.out());
            output.writeSummary(
                    tally.counts(), context.getBean(Evaluation.class).figures(null), options.summary());
        } finally {
            delete(data);
        }
    }

    private ConfigurableApplicationContext open(ReplayOptions options, Instant start, Path data) {
        var application = new SpringApplication(house);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setRegisterShutdownHook(true);
        application.setDefaultProperties(Map.of(
                "chengyun.clock",
                "virtual",
                "chengyun.journal.live",
                "false",
                "chengyun.postgres.data",
                data.resolve("postgres").toString(),
                "chengyun.casework.evidence.folder",
                data.resolve("evidence").toString(),
                "chengyun.postgres.durable",
                "false",
                "chengyun.place.district",
                "districts/" + options.district(),
                "chengyun.scenario.only",
                options.scenario(),
                "chengyun.replay.actors",
                Boolean.toString(options.actors()),
                "logging.level.root",
                "WARN"));
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
