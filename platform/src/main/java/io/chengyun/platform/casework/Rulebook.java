package io.chengyun.platform.casework;

import io.chengyun.platform.casework.clock.CalendarFile;
import io.chengyun.platform.casework.clock.Level;
import io.chengyun.platform.casework.clock.YearCover;
import io.chengyun.platform.casework.service.ServiceTerms;
import io.chengyun.platform.content.PackageFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
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

    /**
     * How the district conducts its cases (办案规程), beside what each scenario says of its classes.
     *
     * @param escalation who is told how long after the holder's limit passed, lowest level first
     * @param byItself what the house does without waiting for a desk
     * @param disputedAfter number of returns after which arbitration decides
     * @param extensions how often a limit may be extended
     * @param longestSuspension how far away the end of a suspension may lie
     */
    record Procedure(
            List<Escalation> escalation,
            ByItself byItself,
            int disputedAfter,
            int extensions,
            Duration longestSuspension) {

        Procedure {
            escalation = List.copyOf(escalation);
        }

        /** After so much of the clock's own time beyond the limit, this level is told. */
        record Escalation(Level level, Duration after) {}

        /** For cases from these sources the house takes these desks' steps itself. */
        record ByItself(Set<CaseFile.Source> sources, Set<Step> steps) {
            ByItself {
                sources = Set.copyOf(sources);
                steps = Set.copyOf(steps);
            }

            boolean takes(Step step, CaseFile file) {
                return sources.contains(file.origin().source()) && steps.contains(step);
            }
        }

        /** A desk's step that the house may take by itself. */
        enum Step {
            /** 自动派遣, by the duty list. */
            DISPATCH,
            /** 自动确认: work handed in goes straight to inspection. */
            CONFIRM,
            /** 自动结案: passed inspection with the evidence that the standard asks for. */
            CLOSE
        }

        static Procedure read(Path file) {
            return PackageFile.read(file, Procedure.class, "casework:procedure-unreadable");
        }
    }
}
