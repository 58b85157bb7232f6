package io.chengyun.platform;

import io.chengyun.platform.address.AddressCommand;
import io.chengyun.platform.detect.DetectCommand;
import io.chengyun.platform.dispatch.routing.RouteCommand;
import io.chengyun.platform.intake.duplicates.DuplicatesCommand;
import io.chengyun.platform.intake.topics.TopicsCommand;
import io.chengyun.platform.intake.triage.TriageCommand;
import io.chengyun.platform.language.SentenceEncoder;
import io.chengyun.platform.replay.ReplayCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** The house's front step: one process, everything in it. */
@Modulithic(systemName = "Chengyun 城运")
@SpringBootApplication
@ConfigurationPropertiesScan
public class Chengyun {

    public static void main(String[] arguments) {
        var words = List.of(arguments);
        var command = words.isEmpty() ? null : commands().get(words.get(0));
        if (command != null) {
            System.exit(command.applyAsInt(words.subList(1, words.size())));
        }
        SpringApplication.run(Chengyun.class, arguments);
    }

    /** What comes to an end by itself, by its first word; a rehearsal is a start and a stop. */
    private static Map<String, ToIntFunction<List<String>>> commands() {
        var errors = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        var districts = Path.of("districts");
        var clock = new ClockConfiguration().wallClock().withZone(ZoneOffset.UTC);
        return Map.of(
                "rehearse",
                        words -> SpringApplication.exit(
                                SpringApplication.run(Chengyun.class, words.toArray(String[]::new))),
                "replay", words -> new ReplayCommand(Chengyun.class, errors).run(words),
                "detect", words -> new DetectCommand(districts, errors).run(words),
                "address", words -> new AddressCommand(districts, clock, errors).run(words),
                "duplicates",
                        words -> new DuplicatesCommand(districts, clock, new SentenceEncoder(), errors).run(words),
                "topics", words -> new TopicsCommand(districts, errors).run(words),
                "route", words -> new RouteCommand(errors).run(words),
                "triage", words -> new TriageCommand(new SentenceEncoder(), errors).run(words));
    }
}
