package io.chengyun.platform.casework;

import io.chengyun.platform.casework.clock.CalendarFile;
import io.chengyun.platform.casework.clock.YearCover;
import io.chengyun.platform.casework.service.ServiceTerms;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules of casework (案件规则), made once from the district's calendar and procedure. */
record Rulebook(CaseRules cases, DeadlineRules deadlines) {

    static Rulebook of(Path district) {
        var calendar = CalendarFile.read(district.resolve("calendar.yml"));
        var procedure = Procedure.read(district.resolve("casework.yml"));
        var terms = ServiceTerms.read(district);
        return new Rulebook(new CaseRules(calendar, procedure), new DeadlineRules(calendar, procedure, terms));
    }

    /** Makes the rules when the house starts, so that a wrong file stops it there. */
    @Configuration(proxyBeanMethods = false)
    static class CaseConfiguration {

        /** Stops the house where nothing is known of the year in which we are. */
        @Bean
        YearCover yearCover(@Value("${chengyun.place.district:districts/minhang}") String district, Clock clock) {
            var cover = CalendarFile.cover(Path.of(district).resolve("calendar.yml"));
            cover.require(clock.instant());
            return cover;
        }

        @Bean
        Rulebook rulebook(@Value("${chengyun.place.district:districts/minhang}") String district) {
            return Rulebook.of(Path.of(district));
        }

        @Bean
        DeadlineRules deadlineRules(Rulebook rulebook) {
            return rulebook.deadlines();
        }
    }
}
