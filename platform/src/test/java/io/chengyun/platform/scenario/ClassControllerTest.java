package io.chengyun.platform.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.place.ObservedProperties;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

class ClassControllerTest {

    private final Scenario flood = Scenarios.of(
                    Path.of("..", "scenarios"), ObservedProperties.of(Path.of("..", "districts", "minhang")))
            .get("flood");

    private static MockMvcTester door(Scenario installed) {
        return MockMvcTester.of(new ClassController(new Scenarios(List.of(installed))))
                .withHttpMessageConverters(List.of(new JacksonJsonHttpMessageConverter()));
    }

    @Test
    void everyClassIsToldByNameWithItsStandards() {
        var answer =
                assertThat(door(flood).get().uri("/api/classes")).hasStatusOk().bodyJson();

        answer.extractingPath("$[*].code").asArray().containsExactly("0503", "0505", "0506", "0597", "0598", "0599");
        answer.extractingPath("$[5].name").isEqualTo("暴雨应对");
        answer.extractingPath("$[5].nameEn").isEqualTo("Rainstorm response");
        answer.extractingPath("$[2].standards[*].id").asArray().containsExactly("0506-1", "0506-2");
        answer.extractingPath("$[2].standards[1].conditionEn").asString().startsWith("Water of 25 cm");
    }
}
