package io.chengyun.platform.casework.dial;

import io.chengyun.platform.access.Caller;
import io.chengyun.platform.casework.Casework;
import io.chengyun.platform.casework.clock.CalendarFile;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The door at which a case's clocks are asked for (时钟接口). */
@RestController
class FaceController {

    private final Casework casework;
    private final FaceRules rules;
    private final Clock clock;

    FaceController(Casework casework, FaceRules rules, Clock clock) {
        this.casework = casework;
        this.rules = rules;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class FaceConfiguration {

        @Bean
        FaceRules faceRules(@Value("${chengyun.place.district:districts/minhang}") String district) {
            return new FaceRules(CalendarFile.read(Path.of(district, "calendar.yml")));
        }
    }

    @GetMapping("/api/cases/{id}/clock")
    Face face(@PathVariable String id, Caller caller) {
        var file = casework.get(id, caller);
        var clocks = file.clocks();
        return rules.face(clocks.business(), clocks.holder(), casework.timeline(file), clock.instant());
    }
}
