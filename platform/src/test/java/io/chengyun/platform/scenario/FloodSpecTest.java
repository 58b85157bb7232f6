package io.chengyun.platform.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.place.ObservedProperties;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

class FloodSpecTest {

    private static final Path SCENARIOS = Path.of("..", "scenarios");

    private final ObservedProperties properties = ObservedProperties.of(Path.of("..", "districts", "minhang"));
    private final Scenario flood = Scenarios.of(SCENARIOS, properties).get("flood");
    private final List<SignalSpec> specs = new YAMLMapper()
            .readValue(SCENARIOS.resolve("flood").resolve("flood.spec.yml"), SpecFile.class)
            .specs();

    private record SpecFile(List<SignalSpec> specs) {}

    @TestFactory
    Stream<DynamicTest> everySpecSaysWhatItMust() {
        return specs.stream()
                .map(spec -> DynamicTest.dynamicTest(
                        spec.name(),
                        () -> assertThat(spec.run(flood, properties)).isEqualTo(spec.signals())));
    }

    @Test
    void everyRuleSaysSomethingInSomeSpec() {
        assertThat(specs.stream().flatMap(spec -> spec.signals().stream()).map(SignalSpec.Said::rule))
                .containsAll(flood.rules().stream().map(RuleSpec::id).toList())
                .containsAll(flood.groups().stream().map(GroupSpec::id).toList());
    }
}
