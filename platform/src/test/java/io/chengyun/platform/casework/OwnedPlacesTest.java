package io.chengyun.platform.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.platform.access.Role;
import io.chengyun.platform.address.owner.Site;
import io.chengyun.platform.casework.Casework.Report;
import io.chengyun.platform.casework.Given.Named;
import io.chengyun.platform.dispatch.Dispatch;
import io.chengyun.platform.dispatch.Work.Basis;
import io.chengyun.platform.intake.Contact;
import io.chengyun.platform.intake.Intake;
import io.chengyun.platform.intake.NewRequest;
import io.chengyun.platform.intake.ServiceRequest.Asked;
import io.chengyun.platform.intake.ServiceRequest.Channel;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.postgres.TestDatabase;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** Cases go to whoever owns or keeps up the road and the part at which they stand, with a real database. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class OwnedPlacesTest {

    /** 沪闵路1500号, which a town keeps up for the district. */
    private static final Position STRETCH = new Position(121.402904, 31.039388);
    /** 沪闵路1100号. */
    private static final Position ROAD = new Position(121.400736, 31.025676);
    /** On no road. */
    private static final Position FIELD = new Position(121.41, 31.08);

    private static final String RAIN_COVER = "3101120103000008";

    @Autowired
    Casework casework;

    @Autowired
    Dispatch dispatch;

    @Autowired
    Intake intake;

    @Autowired
    House house;

    private CaseFile report(String caseClass, Position where, @Nullable String asset, boolean exact) {
        var report = new Report(caseClass, "事项", "", where, CaseFile.Source.PATROL, null, asset, exact);
        return casework.report(report, People.of(Role.ACCEPTOR));
    }

    private Basis basis(CaseFile reported, String standard) {
        var id = reported.id();
        casework.act(id, "accept", Given.nothing(), People.of(Role.ACCEPTOR));
        casework.act(id, "file", Given.standard(standard), People.of(Role.ACCEPTOR));
        casework.act(id, "dispatch", Given.nothing(), People.of(Role.DISPATCHER));
        return Objects.requireNonNull(dispatch.list(id).get(0).assignment().basis());
    }

    private String holder(CaseFile file) {
        return casework.find(file.id()).orElseThrow().holder().organisation();
    }

    @Test
    void aCollapseOnARoadGoesToWhoeverKeepsUpTheStretch() {
        var file = report("0505", STRETCH, null, true);
        assertThat(file.matter().spot().site()).isEqualTo(new Site("沪闵路", 1_500, null));
        var why = Objects.requireNonNull(basis(file, "0505-1").holding());
        assertThat(holder(file)).isEqualTo("T310112103");
        assertThat(why.road()).isEqualTo("沪闵路");
        assertThat(why.fromNumber()).isEqualTo(1_460);
        assertThat(why.maintainer()).isEqualTo("T310112103");

        var rest = report("0505", ROAD, null, true);
        basis(rest, "0505-1");
        assertThat(holder(rest)).isEqualTo("D-ROADS");
    }

    @Test
    void offTheRoadTheListOfAreasDecides() {
        var file = report("0505", FIELD, null, true);
        assertThat(file.matter().spot().site()).isEqualTo(Site.NOWHERE);
        assertThat(basis(file, "0505-1").holding()).isNull();
        assertThat(holder(file)).startsWith("T310112");
    }

    @Test
    void aCoverGoesToWhoeverKeepsItUp() {
        var file = report("P0103", STRETCH, null, true);
        assertThat(Objects.requireNonNull(file.matter().spot().site()).asset()).isEqualTo(RAIN_COVER);
        var why = Objects.requireNonNull(basis(file, "P0103-1").holding());
        assertThat(why.asset()).isEqualTo(RAIN_COVER);
        assertThat(why.owner()).isEqualTo("D-WATER");
        assertThat(holder(file)).isEqualTo("D-DRAINAGE");
    }

    @Test
    void whoNamesThePartIsBelievedAndAPartThatIsNotThereRefused() {
        var file = report("P0103", ROAD, RAIN_COVER, true);
        assertThat(Objects.requireNonNull(basis(file, "P0103-1").holding()).asset())
                .isEqualTo(RAIN_COVER);
        assertThatThrownBy(() -> report("P0103", ROAD, "3101120103999999", true))
                .hasMessageContaining("casework:no-such-asset");
    }

    @Test
    void theAcceptorMayNameThePartWhenFiling() {
        var file = report("P0103", ROAD, null, true);
        casework.act(file.id(), "accept", Given.nothing(), People.of(Role.ACCEPTOR));
        assertThatThrownBy(() -> casework.act(file.id(), "file", filing("3101120103999999"), People.of(Role.ACCEPTOR)))
                .hasMessageContaining("casework:no-such-asset");

        var filed = casework.act(file.id(), "file", filing(RAIN_COVER), People.of(Role.ACCEPTOR));
        assertThat(filed.matter().spot().site()).isEqualTo(new Site("沪闵路", 1_100, RAIN_COVER));
        casework.act(file.id(), "dispatch", Given.nothing(), People.of(Role.DISPATCHER));
        assertThat(holder(file)).isEqualTo("D-DRAINAGE");
    }

    private static Given filing(String asset) {
        return Given.nothing().naming(new Named(null, null, "P0103-1", null, null, null, asset));
    }

    @Test
    void aPartNamedOnTheTelephoneIsTheCases() {
        var asked = new Asked("P0103", "井盖没了", Map.of(), null, RAIN_COVER);
        var request = intake.receive(new NewRequest(Channel.HOTLINE, null, asked, ROAD, null, Contact.unknown()));
        house.settle();
        var file = casework.find(Objects.requireNonNull(
                        intake.get(request.id()).progress().caseId()))
                .orElseThrow();
        assertThat(Objects.requireNonNull(file.matter().spot().site()).asset()).isEqualTo(RAIN_COVER);
    }

    @Test
    void whatIsOnlySomewhereInATownStandsAtNoRoad() {
        assertThat(report("0505", STRETCH, null, false).matter().spot().site()).isNull();
    }

    @Test
    void ofAnotherClassAfterAllItStandsAtThatClassesPart() {
        var file = report("0505", STRETCH, null, true);
        casework.act(file.id(), "accept", Given.nothing(), People.of(Role.ACCEPTOR));
        var named = Given.nothing().naming(new Named(null, null, null, "P0103", null));
        var after = casework.act(file.id(), "reclassify", named, People.of(Role.ACCEPTOR));
        assertThat(after.matter().spot().site()).isEqualTo(new Site("沪闵路", 1_500, RAIN_COVER));
    }

    @Test
    void whatTheOwnerGivesBackIsCountedForItsRow() {
        var before = returned();
        var file = report("0505", STRETCH, null, true);
        basis(file, "0505-1");
        casework.act(file.id(), "return", Given.note("不在养护范围").on("养护合同第 3 条"), People.of(Role.HANDLER));
        assertThat(returned()).isEqualTo(before + 1);
    }

    private long returned() {
        return dispatch.returns().stream()
                .filter(row ->
                        row.caseClass().equals("0505") && row.organisation().equals("T310112103"))
                .mapToLong(Dispatch.ReturnFigure::returned)
                .sum();
    }
}
