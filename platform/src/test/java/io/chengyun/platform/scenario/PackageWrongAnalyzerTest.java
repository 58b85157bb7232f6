package io.chengyun.platform.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.place.ObservedProperties;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@ExtendWith(OutputCaptureExtension.class)
class PackageWrongAnalyzerTest {

    @EnableConfigurationProperties(ScenarioSettings.class)
    @Import(Scenarios.class)
    static class House {
        @Bean
        ObservedProperties properties() {
            return ObservedProperties.of(Path.of("..", "districts", "minhang"));
        }
    }

    @Test
    void theProcessDoesNotStartAndSaysEveryProblem(@TempDir Path folder, CapturedOutput output) throws Exception {
        Files.createDirectory(folder.resolve("flood"));
        var house = new SpringApplication(House.class);
        house.setWebApplicationType(WebApplicationType.NONE);

        assertThatThrownBy(() -> house.run("--chengyun.scenario.path=" + folder))
                .rootCause()
                .isInstanceOf(Refused.class);
        assertThat(output)
                .contains("The scenario packages are wrong, so nothing was started")
                .contains("flood/scenario.yml:1: is missing")
                .contains("flood/map.yml:1: is missing")
                .contains("Mend every problem listed and start again")
                .doesNotContain("\tat io.chengyun");
    }

    @Test
    void anotherRefusalIsNotItsBusiness() {
        var other = new Refused(ScenarioRefusal.NO_SUCH_RULE, List.of());

        assertThat(new PackageWrongAnalyzer().analyze(other, other)).isNull();
    }
}
