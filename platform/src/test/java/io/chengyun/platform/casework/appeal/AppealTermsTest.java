package io.chengyun.platform.casework.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.casework.appeal.Appeal.Outcome;
import io.chengyun.platform.casework.appeal.Appeal.Plea;
import io.chengyun.platform.casework.appeal.Appeal.Review;
import io.chengyun.platform.casework.appeal.AppealTerms.Term;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many must agree to an appeal, by the day on which it was lodged. */
class AppealTermsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate CHANGE = LocalDate.of(2026, 7, 1);
    /** Midnight of the change, where the district is. */
    private static final Instant MIDNIGHT = Instant.parse("2026-06-30T16:00:00Z");

    private final AppealTerms terms =
            new AppealTerms(List.of(new Term(LocalDate.of(2000, 1, 1), 2), new Term(CHANGE, 3)), SHANGHAI);
    private final AppealRules rules = new AppealRules(terms);

    private static Appeal lodged(Instant at) {
        return new Appeal("ap-1", "c-1", new Plea("D-ROADS", "li", "", "", at), List.of(), Outcome.OPEN);
    }

    private Appeal agreed(Appeal appeal, String by) {
        return rules.review(appeal, new Review(by, "D310112", true, "", MIDNIGHT.plusSeconds(86_400)))
                .now();
    }

    @Test
    void asManyAsTheDistrictAsksMustAgree() {
        var two = agreed(agreed(lodged(MIDNIGHT), "a"), "b");
        assertThat(two.outcome()).isEqualTo(Outcome.OPEN);
        assertThat(agreed(two, "c").outcome()).isEqualTo(Outcome.GRANTED);
    }

    @Test
    void anAppealLodgedBeforeTheChangeIsHeardAsWasSaidThen() {
        var two = agreed(agreed(lodged(MIDNIGHT.minusMillis(1)), "a"), "b");
        assertThat(two.outcome()).isEqualTo(Outcome.GRANTED);
    }

    @Test
    void districtsOwnFileIsReadAndAWrongOneRefused() {
        var district = Path.of(System.getProperty("chengyun.place.district"));
        assertThat(AppealTerms.read(district, SHANGHAI).reviewers(MIDNIGHT)).isEqualTo(2);
        assertThatThrownBy(() -> new Term(CHANGE, 0))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("appeals.yml: reviewers");
        assertThatThrownBy(() -> new AppealTerms(List.of(), SHANGHAI)).hasMessageContaining("holds nothing");
    }
}
