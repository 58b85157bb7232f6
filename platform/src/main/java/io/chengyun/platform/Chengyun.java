package io.chengyun.platform;

import io.chengyun.platform.detect.DetectCommand;
import io.chengyun.platform.replay.ReplayCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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
        if (!words.isEmpty() && words.get(0).equals("replay")) {
            var errors = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
            System.exit(new ReplayCommand(Chengyun.class, errors).run(words.subList(1, words.size())));
        }
        if (!words.isEmpty() && words.get(0).equals("detect")) {
            var errors = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
            System.exit(new DetectCommand(Path.of("districts"), errors).run(words.subList(1, words.size())));
        }
        SpringApplication.run(Chengyun.class, arguments);
    }
}
