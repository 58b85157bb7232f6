package io.chengyun.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.AreaCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallerTest {

    private static final AreaCode XINZHUANG = new AreaCode("310112101");

    @Test
    void aTownsPersonEntersTheTownAndAllInIt() {
        var caller = caller(XINZHUANG, Role.HANDLER);

        assertThat(caller.mayEnter(XINZHUANG)).isTrue();
        assertThat(caller.mayEnter(new AreaCode("310112101G03"))).isTrue();
        assertThat(caller.mayEnter(new AreaCode("310112101001002"))).isTrue();
    }

    @Test
    void aTownsPersonEntersNeitherAnotherTownNorTheWholeDistrict() {
        var caller = caller(XINZHUANG, Role.COMMANDER);

        assertThat(caller.mayEnter(new AreaCode("310112102"))).isFalse();
        assertThat(caller.mayEnter(new AreaCode("310112102G01"))).isFalse();
        assertThat(caller.mayEnter(new AreaCode("310112"))).isFalse();
    }

    @Test
    void aDistrictsPersonEntersEveryTown() {
        var caller = caller(null, Role.HANDLER);

        assertThat(caller.mayEnter(XINZHUANG)).isTrue();
        assertThat(caller.mayEnter(new AreaCode("310112"))).isTrue();
    }

    @Test
    void oneOfTheWantedRolesIsEnough() {
        var caller = caller(null, Role.ACCEPTOR, Role.DISPATCHER);

        assertThat(caller.hasAny(Role.DISPATCHER, Role.COMMANDER)).isTrue();
        assertThat(caller.hasAny(Role.HANDLER)).isFalse();
    }

    private static Caller caller(@Nullable AreaCode town, Role... roles) {
        return new Caller("s-1", "甲", "A", Set.of(roles), "D310112", town);
    }
}
