package io.chengyun.platform.casework.appeal;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.content.PackageFile;
import io.chengyun.platform.place.Places;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the district hears appeals (申诉规定), by day: its file {@code appeals.yml}. */
record AppealTerms(List<Term> all, ZoneId zone) {

    private static final String FILE = "appeals.yml";

    AppealTerms {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new Malformed(FILE, "holds nothing: write an entry with from and reviewers");
        }
    }

    /**
     * Of appeals that are lodged from a day on.
     *
     * @param reviewers so many who all agree grant an appeal
     */
    record Term(LocalDate from, int reviewers) {
        Term {
            if (reviewers < 1) {
                throw new Malformed(FILE, "reviewers of " + from + " must be 1 or more");
            }
        }
    }

    static AppealTerms read(Path district, ZoneId zone) {
        return new AppealTerms(
                PackageFile.readList(district.resolve(FILE), Term.class, "casework:appeals-unreadable"), zone);
    }

    /** How many must agree to an appeal that was lodged then; what the district changes later does not touch it. */
    int reviewers(Instant lodgedAt) {
        var day = lodgedAt.atZone(zone).toLocalDate();
        return PackageFile.onDay(FILE, all, Term::from, day).reviewers();
    }

    @Configuration(proxyBeanMethods = false)
    static class AppealConfiguration {

        @Bean
        AppealRules appealRules(@Value("${chengyun.place.district:districts/minhang}") String district, Places places) {
            return new AppealRules(read(Path.of(district), places.district().zone()));
        }
    }
}
