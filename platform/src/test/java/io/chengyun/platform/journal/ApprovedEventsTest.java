package io.chengyun.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.DomainEvent;
import io.chengyun.platform.house.Repository;
import io.chengyun.platform.web.ValueJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import tools.jackson.databind.json.JsonMapper;

/**
 * The canonical bytes of every event, approved as files: what once stood in a journal must be readable for ever. Rewritten
 * with {@code -Dchengyun.approve=true}; read the difference before you commit it.
 */
class ApprovedEventsTest {

    private static final Path APPROVED = Repository.path("platform/src/test/resources/approved");
    private static final CanonicalJson JSON = json();
    private static final EventTypes TYPES = EventTypes.scan("io.chengyun.platform");

    static List<String> types() {
        return Stream.of(TYPES.names(DomainEvent.class))
                .filter(name -> !ofTests(name))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("types")
    void bytesAreTheApprovedOnes(String name) {
        var event = EventSamples.sample(type(name));
        var text = JSON.write(event);
        var file = APPROVED.resolve(name + ".json");
        if (Boolean.getBoolean("chengyun.approve")) {
            write(file, text);
        }
        assertThat(Files.exists(file) ? Repository.text(file).strip() : "not approved yet")
                .as("%s changed: an old journal must still be readable. Approve with -Dchengyun.approve=true", file)
                .isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatWasWrittenIsReadBack(String name) {
        var event = EventSamples.sample(type(name));
        assertThat(JSON.read(JSON.write(event), event.getClass())).isEqualTo(event);
    }

    @Test
    void nothingIsApprovedThatNoLongerHappens() {
        try (Stream<Path> files = Files.list(APPROVED)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(types());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<? extends DomainEvent> type(String name) {
        return TYPES.get(name);
    }

    private static boolean ofTests(String name) {
        return type(name)
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .contains("test-classes");
    }

    static CanonicalJson json() {
        var mapper = new JsonMapper[1];
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class))
                .withUserConfiguration(ValueJson.class)
                .run(context -> mapper[0] = context.getBean(JsonMapper.class));
        return new CanonicalJson(mapper[0]);
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
