package io.chengyun.platform.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.place.PlaceSettings.Outside;
import org.junit.jupiter.api.Test;

/** What becomes of a matter that lies outside the district. */
class ElsewhereTest {

    private static final Position BOSTON = new Position(-71.06, 42.36);

    @Test
    void pointOutsideTheDistrictIsRefusedWhereNothingElseIsSaid() {
        var places = Places.of(Minhang.FOLDER, Minhang.NOON);
        assertThatThrownBy(() -> places.get(BOSTON, places.today()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("place:outside");
    }

    @Test
    void replayBooksItUnderTheCentreAndStillKnowsThatItIsElsewhere() {
        var places = Places.of(new PlaceSettings(Minhang.FOLDER.toString(), Outside.CENTRE, 0.5), Minhang.NOON);
        var centre = places.find(places.districtCentre(), places.today()).orElseThrow();
        assertThat(places.get(BOSTON, places.today())).isEqualTo(centre);
        assertThat(places.find(BOSTON, places.today())).isEmpty();
    }
}
