package io.chengyun.platform.intake.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Malformed;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.address.Whereabouts.Verdict;
import io.chengyun.platform.intake.Intake;
import io.chengyun.platform.intake.desk.DeskController.Call;
import io.chengyun.platform.intake.desk.DeskController.Calling;
import io.chengyun.platform.intake.desk.DeskController.Earlier;
import io.chengyun.platform.intake.desk.DeskController.Pointed;
import io.chengyun.platform.intake.desk.DeskController.Telling;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.postgres.TestDatabase;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.json.JsonMapper;

/** What the hotline's desk asks and sends while somebody speaks. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
@NullUnmarked
class DeskTest {

    private static final Caller ACCEPTOR = caller(Role.ACCEPTOR, null);

    @Autowired
    DeskController desk;

    @Autowired
    House house;

    @Autowired
    Intake intake;

    @Autowired
    JsonMapper json;

    private static Caller caller(Role role, String town) {
        var only = town == null ? null : new AreaCode(town);
        return new Caller("desk", "x", "x", Set.of(role), "D310112", only);
    }

    private static Call call(String number, String phone) {
        return new Call(number, "0506", "门口积水", at(121.41, 31.08), "王女士", phone);
    }

    private static Pointed at(double lon, double lat) {
        return new Pointed(null, lon, lat, null);
    }

    @Test
    void whoCallsAgainIsKnownHoweverTheNumberIsWritten() {
        var first = desk.take(call("call-1", "138-1111-2222"), ACCEPTOR);
        desk.take(call("call-2", "13811112223"), ACCEPTOR);
        house.settle();
        var earlier = desk.earlier(new Calling("+86 138 1111 2222"), ACCEPTOR);
        assertThat(earlier).extracting(Earlier::id).containsExactly(first.id());
        assertThat(earlier.get(0).caseId()).isNotNull();
        assertThat(earlier.toString()).doesNotContain("王女士").doesNotContain("1111");
    }

    @Test
    void aCallThatIsSentTwiceIsTakenInOnce() {
        var first = desk.take(call("call-3", null), ACCEPTOR);
        assertThat(desk.take(call("call-3", null), ACCEPTOR)).isEqualTo(first);
    }

    @Test
    void onlyAcceptorsAndCommandersSeeWhoCalled() {
        for (var role : Set.of(Role.HANDLER, Role.ADMINISTRATOR, Role.INSPECTOR)) {
            var other = caller(role, null);
            assertThatThrownBy(() -> desk.earlier(new Calling("13811112222"), other))
                    .hasMessageContaining("intake:not-your-role");
            assertThatThrownBy(() -> desk.take(call("call-4", null), other))
                    .hasMessageContaining("intake:not-your-role");
        }
    }

    @Test
    void anotherTownsRequestsAreNotShown() {
        desk.take(call("call-5", "13833334444"), ACCEPTOR);
        assertThat(desk.earlier(new Calling("13833334444"), caller(Role.ACCEPTOR, "310112102")))
                .isEmpty();
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> desk.earlier(new Calling("123"), ACCEPTOR))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("phone");
        assertThatThrownBy(() -> desk.earlier(new Calling(null), ACCEPTOR)).hasMessageContaining("phone");
        assertThatThrownBy(() -> desk.take(new Call(null, "0506", "x", at(121.4, 31.1), null, null), ACCEPTOR))
                .hasMessageContaining("externalId");
        assertThatThrownBy(() -> desk.take(
                        new Call("c", "0506", "x", new Pointed(null, null, null, null), null, null), ACCEPTOR))
                .hasMessageContaining("lat");
        assertThatThrownBy(() -> desk.take(new Call("c", "0506", "x", at(121.4, 31.1), null, "abc"), ACCEPTOR))
                .hasMessageContaining("phone");
    }

    @Test
    void aPartThatIsNotThereIsRefusedAndABlankOneIsNone() {
        var unknown = pointing("call-6", "3101120103999999");
        assertThatThrownBy(() -> desk.take(unknown, ACCEPTOR)).hasMessageContaining("intake:no-such-asset");
        assertThat(desk.take(pointing("call-6", " "), ACCEPTOR).id()).isNotEmpty();
        var taken = desk.take(pointing("call-7", " 3101120103000008 "), ACCEPTOR);
        assertThat(intake.get(taken.id()).asked().asset()).isEqualTo("3101120103000008");
    }

    /** As the console sends it: one flat object. */
    private Call pointing(String number, String asset) {
        return json.readValue("""
                {"externalId": "%s", "service": "P0103", "description": "井盖没了", "lon": 121.41, "lat": 31.08, "asset": "%s"}
                """.formatted(number, asset), Call.class);
    }

    @Test
    void anAddressOfAnotherCityIsSaidToBeOutside() {
        assertThat(desk.place(new Telling("北京市海淀区中关村大街1号"), ACCEPTOR).verdict()).isEqualTo(Verdict.OUTSIDE);
        assertThat(desk.place(new Telling("😀😀"), ACCEPTOR).verdict()).isEqualTo(Verdict.NOTHING);
    }
}
