package io.chengyun.platform.access.sight;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ColleagueRulesTest {

    private static final String XINZHUANG = "310112101";
    private static final String QIBAO = "310112102";
    private static final Caller ZHANG = person("zhang", Role.INSPECTOR, "T310112102", QIBAO);

    private static Caller person(String id, Role role, String organisation, @Nullable String town) {
        return new Caller(id, "张三", "Zhang San", Set.of(role), organisation, town == null ? null : new AreaCode(town));
    }

    private static boolean named(Caller reader) {
        var seen = Colleague.seenBy(reader, ZHANG);
        assertThat(seen.organisation()).isEqualTo("T310112102");
        assertThat(seen.roles()).containsExactly(Role.INSPECTOR);
        assertThat(seen.nameEn() == null).isEqualTo(seen.name() == null);
        return seen.name() != null;
    }

    @Test
    void whoWorksTogetherKnowsEachOther() {
        assertThat(named(ZHANG)).isTrue();
        assertThat(named(person("li", Role.HANDLER, "T310112102", QIBAO))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"COMMANDER", "ACCEPTOR", "INSPECTOR"},
            mode = Mode.INCLUDE)
    void whoWeighsKnowsThoseOfTheTownAndOfTheDistrict(Role role) {
        assertThat(named(person("wang", role, "D310112", null))).isTrue();
        var reader = person("wang", role, "D-WATER", QIBAO);
        assertThat(named(reader)).isTrue();
        assertThat(ColleagueRules.mayName(reader, person("chen", Role.HANDLER, "D-ROADS", null)))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"COMMANDER", "ACCEPTOR", "INSPECTOR"},
            mode = Mode.INCLUDE)
    void whoWeighsInAnotherTownSeesThePostOnly(Role role) {
        assertThat(named(person("wang", role, "T310112101", XINZHUANG))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"DISPATCHER", "HANDLER", "DATA_STEWARD"},
            mode = Mode.INCLUDE)
    void whoDoesNotWeighSeesThePostOnlyOfAnotherOrganisation(Role role) {
        assertThat(named(person("wang", role, "D-ROADS", null))).isFalse();
        assertThat(named(person("wang", role, "D-ROADS", QIBAO))).isFalse();
    }

    @Test
    void whoKeepsTheAccountsKnowsAll() {
        assertThat(named(person("admin", Role.ADMINISTRATOR, "D310112", null))).isTrue();
    }
}
