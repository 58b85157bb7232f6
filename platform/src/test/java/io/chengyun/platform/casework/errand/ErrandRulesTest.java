package io.chengyun.platform.casework.errand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Malformed;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.access.shift.OnDuty;
import io.chengyun.platform.casework.errand.ErrandRules.Candidate;
import io.chengyun.platform.casework.errand.ErrandTerms.Term;
import io.chengyun.platform.place.Position;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who goes to look at a case. */
class ErrandRulesTest {

    private static final AreaCode TOWN = new AreaCode("310112101");
    private static final Instant EVENING = Instant.parse("2026-11-23T12:00:00Z");
    private static final Position HERE = new Position(121.4, 31.1);
    private static final Target TARGET = new Target(TOWN, HERE, Set.of("handler"), Set.of("D-ROADS"));
    private static final double METRES = 1 / 111_195.0;

    private static Candidate candidate(String id, double metres) {
        return candidate(id, metres, "T310112101", TOWN);
    }

    private static Candidate candidate(String id, double metres, String organisation, @Nullable AreaCode town) {
        var person = new Caller(id, id, id, Set.of(Role.INSPECTOR), organisation, town);
        var position = new Position(HERE.lon(), HERE.lat() + metres * METRES);
        return new Candidate(new OnDuty(person, TOWN, EVENING), position, null);
    }

    private static @Nullable String asked(Candidate... onShift) {
        return ErrandRules.nearest(TARGET, List.of(onShift), 10).person();
    }

    @Test
    void theNearestGoesAndItIsSaidHowFarAndHowLongOnShift() {
        var errand = ErrandRules.nearest(TARGET, List.of(candidate("far", 900), candidate("near", 304)), 10);
        assertThat(errand).isEqualTo(new Errand("near", 300L, null, TOWN, EVENING, 2, null));
    }

    @Test
    void ofTwoEquallyNearTheFirstById() {
        assertThat(asked(candidate("b", 100), candidate("a", 100))).isEqualTo("a");
    }

    @Test
    void whoHasAPartInTheCaseDoesNotGo() {
        assertThat(asked(candidate("handler", 10), candidate("other", 500))).isEqualTo("other");
        assertThat(asked(candidate("colleague", 10, "D-ROADS", null), candidate("other", 500)))
                .isEqualTo("other");
    }

    @Test
    void anotherTownsInspectorDoesNotGoButTheDistrictsDoes() {
        var elsewhere = candidate("elsewhere", 10, "T310112102", new AreaCode("310112102"));
        assertThat(asked(elsewhere, candidate("district", 900, "D310112", null)))
                .isEqualTo("district");
        assertThat(ErrandRules.nearest(TARGET, List.of(elsewhere), 10)).isEqualTo(Errand.NOBODY);
    }

    @Test
    void nobodyOnShiftIsNobody() {
        assertThat(ErrandRules.nearest(TARGET, List.of(), 10)).isEqualTo(Errand.NOBODY);
    }

    @Test
    void theTermsAreTheDaysAndWrongOnesAreRefused() {
        var change = LocalDate.of(2026, 7, 1);
        var terms = new ErrandTerms(List.of(
                new Term(LocalDate.of(2000, 1, 1), Duration.ofHours(2), 10),
                new Term(change, Duration.ofHours(1), 50)));
        assertThat(terms.on(change.minusDays(1)).roundMetres()).isEqualTo(10);
        assertThat(terms.on(change).placeHolds()).isEqualTo(Duration.ofHours(1));
        assertThatThrownBy(() -> new Term(change, Duration.ZERO, 10))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("inspectors.yml: placeHolds");
        assertThatThrownBy(() -> new Term(change, Duration.ofHours(1), 0)).hasMessageContaining("roundMetres");
        assertThatThrownBy(() -> new ErrandTerms(List.of())).hasMessageContaining("holds nothing");
    }
}
