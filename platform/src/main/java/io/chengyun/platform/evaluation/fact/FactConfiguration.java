package io.chengyun.platform.evaluation.fact;

import io.chengyun.platform.casework.clock.CalendarFile;
import io.chengyun.platform.casework.clock.WorkCalendar;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The district's calendar, by which working hours are counted (工作日历). */
@Configuration(proxyBeanMethods = false)
class FactConfiguration {

    @Bean
    WorkCalendar evaluationCalendar(@Value("${chengyun.place.district:districts/minhang}") String district) {
        return CalendarFile.read(Path.of(district).resolve("calendar.yml"));
    }
}
