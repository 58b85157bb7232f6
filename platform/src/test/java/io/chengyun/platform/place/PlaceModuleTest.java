package io.chengyun.platform.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.postgres.TestDatabase;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The door of place on a real database. */
@ApplicationModuleTest(
        mode = BootstrapMode.STANDALONE,
        extraIncludes = {"postgres", "web", "journal"})
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestDatabase.class)
@TestPropertySource(properties = "chengyun.place.district=../districts/minhang")
@Import(PlaceModuleTest.Noon.class)
class PlaceModuleTest {

    private static final String XINZHUANG = "/api/places/resolve?lon=121.375&lat=31.113";

    @TestConfiguration
    static class Noon {
        @Bean
        @Primary
        Clock noon() {
            return Minhang.NOON;
        }
    }

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Places places;

    @Autowired
    PlaceStore store;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void asShipped() {
        jdbc.sql("delete from place.replacement").update();
        jdbc.sql("delete from journal.inbox").update();
        places.show(Minhang.PLACES.history());
    }

    @Test
    void aPointIsResolvedWithTheNamesOfItsAreas() {
        var answer = mvc.get().uri(XINZHUANG).exchange();

        assertThat(answer).hasStatusOk();
        assertThat(answer).bodyJson().extractingPath("$.placement.town").isEqualTo("310112101");
        assertThat(answer).bodyJson().extractingPath("$.on").isEqualTo("2026-07-01");
        assertThat(answer).bodyJson().extractingPath("$.names['310112101']").isEqualTo("莘庄镇");
        assertThat(answer).bodyJson().extractingPath("$.names['T310112101']").isEqualTo("莘庄镇城市运行管理中心");
    }

    @Test
    void aPointOutsideAnswers404() {
        assertThat(mvc.get().uri("/api/places/resolve?lon=121.49&lat=31.24")).hasStatus(404);
    }

    @Test
    void aPointThatIsNoneAnswers400WithTheField() {
        var answer = mvc.get().uri("/api/places/resolve?lon=NaN&lat=31.24").exchange();

        assertThat(answer).hasStatus(400);
        assertThat(answer).bodyJson().extractingPath("$.field").isEqualTo("lon");
        assertThat(mvc.get().uri("/api/places/resolve?lon=x&lat=31.24")).hasStatus(400);
        assertThat(mvc.get().uri("/api/places/resolve?lat=31.24")).hasStatus(400);
        assertThat(mvc.get().uri(XINZHUANG + "&on=yesterday")).hasStatus(400);
    }

    @Test
    void aLayerComesAsGeoJsonAndOnlyOnce() {
        var first = mvc.get().uri("/api/areas/towns.geojson").exchange();
        var tag = String.valueOf(first.getResponse().getHeader("ETag"));

        assertThat(first).hasStatusOk().hasContentType("application/geo+json");
        assertThat(first).bodyJson().extractingPath("$.features.length()").isEqualTo(14);
        assertThat(tag).startsWith("W/");
        assertThat(mvc.get().uri("/api/areas/towns.geojson").header("If-None-Match", tag))
                .hasStatus(304);
    }

    @Test
    void unitsComeTownByTown() {
        assertThat(mvc.get().uri("/api/areas/units.geojson?town=310112006")).hasStatusOk();
        assertThat(mvc.get().uri("/api/areas/units.geojson")).hasStatus(422);
        assertThat(mvc.get().uri("/api/areas/units.geojson?town=x")).hasStatus(400);
    }

    @Test
    void anUnknownLayerAnswers404WithTheKnownOnes() {
        var answer = mvc.get().uri("/api/areas/roads.geojson").exchange();

        assertThat(answer).hasStatus(404);
        assertThat(answer).bodyJson().extractingPath("$.allowed").asArray().contains("towns", "units");
    }

    @Test
    void theDistrictItsPropertiesAndOrganisationsAreTold() {
        assertThat(mvc.get().uri("/api/district"))
                .bodyJson()
                .extractingPath("$.baseMap.enabled")
                .isEqualTo(false);
        assertThat(mvc.get().uri("/api/properties"))
                .bodyJson()
                .extractingPath("$[0].code")
                .isEqualTo("rainfall");
        assertThat(mvc.get().uri("/api/organisations"))
                .bodyJson()
                .extractingPath("$[0].code")
                .isEqualTo("D310112");
    }

    @Test
    void onlyAnAdministratorReplacesALayer() {
        var answer = mvc.put()
                .uri("/api/areas/grids?check=true")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{}")
                .exchange();

        assertThat(answer).hasStatus(403);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("place:not-administrator");
    }

    @Test
    void aCheckListsProblemsAndChangesNothing() {
        var answer = put("grids?check=true", gridsWithout("310112101G01"));

        assertThat(answer).hasStatusOk();
        assertThat(answer).bodyJson().extractingPath("$.problems[0].flaw").isEqualTo("GAP");
        assertThat(answer).bodyJson().extractingPath("$.problems[0].area").isEqualTo("310112101");
        assertThat(store.list()).isEmpty();
    }

    @Test
    void aWrongLayerIsRefusedWithAllItsProblems() {
        var answer = put("grids?from=2027-01-01", gridsWithout("310112101G01"));

        assertThat(answer).hasStatus(422);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("place:areas-wrong");
        assertThat(answer).bodyJson().extractingPath("$.allowed[0]").asString().startsWith("gap 310112101: ");
        assertThat(store.list()).isEmpty();
        assertThat(appended()).isEmpty();
    }

    @Test
    void aNewEditionHoldsFromItsDayOnAndSurvivesARestart() {
        var renamed = Minhang.PLACES.geoJson(AreaKind.GRID, Minhang.TODAY).replace("莘庄镇第1网格", "莘庄老街网格");

        var answer = put("grids?from=2027-01-01", renamed);

        assertThat(answer).hasStatusOk();
        assertThat(answer).bodyJson().extractingPath("$.edition.areas").isEqualTo(71);
        assertRenamedFromNewYear(places);
        var restarted = new Places(
                new PlaceSettings(Minhang.FOLDER.toString(), PlaceSettings.Outside.REFUSE, 0.5), store, Minhang.NOON);
        assertRenamedFromNewYear(restarted);
        assertThat(appended()).containsExactly("place.AreasReplaced grids");
    }

    private static void assertRenamedFromNewYear(Places places) {
        var grid = new AreaCode("310112101G01");
        var newYear = LocalDate.of(2027, 1, 1);
        assertThat(places.getArea(grid, newYear).name()).isEqualTo("莘庄老街网格");
        assertThat(places.getArea(grid, newYear.minusDays(1)).name()).isEqualTo("莘庄镇第1网格");
        assertThat(places.getArea(grid, newYear.minusDays(1)).to()).isEqualTo(newYear.minusDays(1));
    }

    @Test
    void thePastIsNotRewritten() {
        assertThat(put("grids?from=2026-06-30", Minhang.PLACES.geoJson(AreaKind.GRID, Minhang.TODAY)))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("place:from-past");
    }

    @Test
    void anEditionIsNeverSlippedInBeforeAnother() {
        var grids = Minhang.PLACES.geoJson(AreaKind.GRID, Minhang.TODAY);
        assertThat(put("grids?from=2027-01-01", grids)).hasStatusOk();

        assertThat(put("grids?from=2027-01-01", grids)).hasStatus(409);
        assertThat(put("grids?from=2026-12-01", grids)).hasStatus(409);
        assertThat(put("grids?from=2027-01-02", grids)).hasStatusOk();
    }

    @Test
    void aBodyCutInTheMiddleIsMalformed() {
        var grids = Minhang.PLACES.geoJson(AreaKind.GRID, Minhang.TODAY);

        assertThat(put("grids?from=2027-01-01", grids.substring(0, grids.length() / 2)))
                .hasStatus(400);
    }

    private MvcTestResult put(String layer, String body) {
        return mvc.put()
                .uri("/api/areas/" + layer)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(request -> {
                    request.addUserRole("ADMINISTRATOR");
                    request.setRemoteUser("s-admin");
                    return request;
                })
                .exchange();
    }

    private static String gridsWithout(String code) {
        return AreaGeoJson.write(Minhang.MAP.list(AreaKind.GRID).stream()
                .filter(grid -> !grid.code().equals(code))
                .toList());
    }

    private List<String> appended() {
        return jdbc.sql("select type || ' ' || subject from journal.inbox")
                .query(String.class)
                .list();
    }
}
