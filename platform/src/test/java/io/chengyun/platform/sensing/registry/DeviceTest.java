package io.chengyun.platform.sensing.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.SetClock;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.postgres.TestDatabase;
import io.chengyun.platform.sensing.ObservationBatch;
import io.chengyun.platform.sensing.Sensing;
import io.chengyun.platform.sensing.device.DeviceKeys;
import io.chengyun.platform.sensing.quality.Maintenance;
import io.chengyun.platform.sensing.quality.QualityEvent;
import io.chengyun.platform.sensing.quality.QualityFlags;
import io.chengyun.platform.sensing.registry.Device.State;
import io.chengyun.platform.sensing.registry.DeviceOffice.OnTheSpot;
import io.chengyun.platform.sensing.registry.HealthRules.Health;
import io.chengyun.platform.sensing.sensorthings.change.EntityEraser;
import io.chengyun.platform.sensing.sensorthings.model.EntityId;
import io.chengyun.platform.sensing.sensorthings.model.EntityTypes;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** Devices from their commissioning to their retirement, on a real database. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ContextConfiguration(initializers = TestDatabase.class)
@TestPropertySource(
        properties = {
            "chengyun.place.district=../districts/minhang",
            "chengyun.scenario.folder=../scenarios",
            "chengyun.mqtt.enabled=false"
        })
@Import(DeviceTest.Now.class)
class DeviceTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Caller STEWARD =
            new Caller("steward", "数据管理员甲", "Steward", Set.of(Role.DATA_STEWARD), "D310112", null);
    private static final Caller STRANGER =
            new Caller("handler-x", "处置员", "Handler", Set.of(Role.HANDLER), "T310112001", new AreaCode("310112001"));

    @TestConfiguration
    static class Now {
        @Bean
        @Primary
        SetClock setClock() {
            return new SetClock(NOON);
        }
    }

    @Autowired
    DeviceOffice office;

    @Autowired
    DeviceCatalogue catalogue;

    @Autowired
    DeviceBoard board;

    @Autowired
    DeviceKeys keys;

    @Autowired
    EntityEraser eraser;

    @Autowired
    Maintenance maintenance;

    @Autowired
    QualityFlags flags;

    @Autowired
    Sensing sensing;

    @Autowired
    Journal journal;

    @Autowired
    House house;

    @Autowired
    SetClock clock;

    @BeforeEach
    void quiet() {
        house.settle();
    }

    private String commissioned() {
        var code = "dev-" + COUNT.incrementAndGet();
        office.commission(code, new OnTheSpot(121.41, 31.08, "雨量站", null, null, List.of("rainfall")), STEWARD);
        return code;
    }

    private void observe(String code, Instant at, double value) {
        var stream = sensing.findStream(code, "rainfall").orElseThrow();
        sensing.store(new ObservationBatch("test").add(stream.id(), at, value));
    }

    private void pass(Duration time) {
        var goal = clock.instant().plus(time);
        for (var due = house.nextDueAt(); due != null && !due.isAfter(goal); due = house.nextDueAt()) {
            clock.set(due.isAfter(clock.instant()) ? due : clock.instant());
            house.fireDue();
            house.settle();
        }
        clock.set(goal);
        house.settle();
    }

    private List<String> events(String subject) {
        house.settle();
        return journal.listAbout(subject).stream().map(entry -> entry.type()).toList();
    }

    private DeviceCatalogue.Card card(String code) {
        return catalogue.view(catalogue.get(code, STEWARD)).card();
    }

    @Test
    void aRemovedStreamLeavesItsDeviceAndARemovedThingTheList() {
        var code = "dev-" + COUNT.incrementAndGet();
        office.commission(code, new OnTheSpot(121.41, 31.08, "站", null, null, List.of("rainfall", "battery")), STEWARD);
        var battery = sensing.findStream(code, "battery").orElseThrow();
        observe(code, clock.instant(), 1);
        assertThat(card(code).properties()).containsExactly("rainfall", "battery");
        assertThat(card(code).health()).isEqualTo(Health.ONLINE);

        eraser.erase(EntityTypes.get(EntityTypes.DATASTREAMS), EntityId.of(battery.id()));
        house.settle();
        assertThat(board.find(code).orElseThrow().streams()).hasSize(1);

        long thing = catalogue.get(code, STEWARD).thing();
        eraser.erase(EntityTypes.get(EntityTypes.THINGS), EntityId.of(thing));
        house.settle();
        assertThat(catalogue.find(code)).isEmpty();
    }

    @Test
    void aDeviceIsCommissionedSpeaksFallsSilentAndComesBack() {
        var code = commissioned();
        assertThat(card(code).device().state()).isEqualTo(State.COMMISSIONED);
        assertThat(card(code).health()).isEqualTo(Health.NEVER);

        observe(code, clock.instant(), 1);
        assertThat(card(code).device().state()).isEqualTo(State.ACTIVE);
        assertThat(card(code).health()).isEqualTo(Health.ONLINE);

        pass(Duration.ofHours(3).minusSeconds(1));
        assertThat(events("device-" + code)).containsExactly("registry.Commissioned");
        pass(Duration.ofHours(2));
        assertThat(card(code).health()).isEqualTo(Health.OFFLINE);
        observe(code, clock.instant().minus(Duration.ofHours(4)), 2);
        assertThat(events("device-" + code)).containsExactly("registry.Commissioned", "registry.WentOffline");

        observe(code, clock.instant(), 2);
        observe(code, clock.instant().plusSeconds(1), 2);
        assertThat(events("device-" + code))
                .containsExactly("registry.Commissioned", "registry.WentOffline", "registry.CameBack");
        pass(Duration.ofHours(4));
        assertThat(events("device-" + code)).hasSize(4).endsWith("registry.WentOffline");
    }

    @Test
    void silenceDuringMaintenanceIsNotToldAndWhatIsObservedIsFlagged() {
        var code = commissioned();
        observe(code, clock.instant(), 1);
        var from = clock.instant();
        var window = new QualityEvent.Window(
                "mw-" + code, code, null, from, from.plus(Duration.ofHours(6)), "换电池", "steward");
        maintenance.enter(window);
        assertThat(card(code).device().state()).isEqualTo(State.MAINTENANCE);
        observe(code, clock.instant().plusSeconds(60), 100);
        var stream = sensing.findStream(code, "rainfall").orElseThrow();
        assertThat(flags.list(stream.id(), NOON.minusSeconds(1), NOON.plus(Duration.ofDays(99)), 9))
                .extracting(QualityFlags.Flagging::flag)
                .containsExactly("maintenance");

        pass(Duration.ofHours(6).minusSeconds(1));
        assertThat(events("device-" + code)).containsExactly("registry.Commissioned");
        pass(Duration.ofSeconds(2));
        assertThat(events("device-" + code)).containsExactly("registry.Commissioned", "registry.WentOffline");
        assertThat(events(window.id())).containsExactly("quality.MaintenanceBegan", "quality.MaintenanceEnded");
    }

    @Test
    void anUnusualValueIsStoredFlaggedAndToldOnceASpell() {
        var code = commissioned();
        var at = clock.instant();
        observe(code, at, 130);
        observe(code, at.plusSeconds(60), 140);
        observe(code, at.plusSeconds(120), 1);
        var stream = sensing.findStream(code, "rainfall").orElseThrow();
        assertThat(flags.list(stream.id(), at, at.plusSeconds(999), 9))
                .extracting(QualityFlags.Flagging::phenomenonAt)
                .containsExactly(at, at.plusSeconds(60));
        assertThat(events("stream-" + stream.id()))
                .filteredOn("quality.Flagged"::equals)
                .hasSize(1);
    }

    @Test
    void whatAClockAYearBehindSaysIsStoredAndFlaggedAndAYearAheadIsRejected() {
        var code = commissioned();
        for (int batch = 0; batch < 5; batch++) {
            pass(Duration.ofMinutes(1));
            observe(code, clock.instant().minus(Duration.ofDays(365)), 1);
        }
        var stream = sensing.findStream(code, "rainfall").orElseThrow();
        var aYearAgo = clock.instant().minus(Duration.ofDays(366));
        assertThat(flags.list(stream.id(), aYearAgo, clock.instant(), 9))
                .extracting(QualityFlags.Flagging::flag)
                .containsExactly("late", "late", "late", "late", "clock_skew", "late");

        var ahead = new ObservationBatch("test");
        ahead.add(stream.id(), clock.instant().plus(Duration.ofDays(365)), 1);
        assertThat(sensing.store(ahead).rejected())
                .extracting(rejected -> rejected.why().code())
                .containsExactly("in-the-future");
    }

    @Test
    void aTableIsTakenWholeOrNotAtAll() {
        var code = "tab-" + COUNT.incrementAndGet();
        var good = code + ",泵站,121.41,31.08,water_level,m,泵站,SN1,\n" + code + ",泵站,121.41,31.08,flow,m³/h,泵站,SN1,\n";
        var bad = "x,y,1,2,rainfall,mm,,,\n,,,,,,,,\n" + code + "b,z,121.41,31.08,snow,cm,,,\n";
        var head = "thing,name,lon,lat,property,unit,kind,serial,organisation\n";

        var refused = office.commission(new StringReader(head + good + bad), false, STEWARD);
        assertThat(refused.commissioned()).isZero();
        assertThat(refused.problems()).extracting(CandidateTable.Problem::row).containsOnly(4, 5, 6);
        assertThat(sensing.findStream(code, "flow")).isEmpty();

        var partly = office.commission(new StringReader(head + good + bad), true, STEWARD);
        assertThat(partly.commissioned()).isEqualTo(1);
        assertThat(sensing.findStream(code, "flow")).isPresent();
        assertThat(card(code).device().make().serial()).isEqualTo("SN1");
        assertThat(partly.issued())
                .singleElement()
                .satisfies(issued -> assertThat(sender(issued.token())).isEqualTo(code));
        assertThat(refused.issued()).isEmpty();
    }

    @Test
    void whoeverCommissionsADeviceGetsItsTokenOnce() {
        var code = "dev-" + COUNT.incrementAndGet();
        var said = new OnTheSpot(121.41, 31.08, "雨量站", null, null, List.of("rainfall"));
        var issued = office.commission(code, said, STEWARD);
        assertThat(sender(issued.token())).isEqualTo(code);
        assertThat(issued.credential().issuedBy()).isEqualTo("steward");

        assertThatThrownBy(() -> office.commission(code, said, STEWARD)).isInstanceOf(Refused.class);
        assertThat(keys.list(code)).hasSize(1);
    }

    @Test
    void aStreamIsShownWithItsDeviceToThoseWhoMaySeeIt() {
        var code = commissioned();
        observe(code, clock.instant(), 1);
        var stream = sensing.findStream(code, "rainfall").orElseThrow();
        var seen = catalogue.stream(stream.id(), STEWARD);
        assertThat(seen.device().code()).isEqualTo(code);
        assertThat(seen.stream().latest().value()).isEqualTo(1);
        assertThatThrownBy(() -> catalogue.stream(stream.id(), STRANGER)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> catalogue.stream(-1, STEWARD)).isInstanceOf(Refused.class);
    }

    private @Nullable String sender(String token) {
        return keys.findByToken(token).orElseThrow().thing();
    }

    @Test
    void anotherTownsDeviceIsAbsentAndCannotBeCommissioned() {
        var code = commissioned();
        assertThatThrownBy(() -> catalogue.get(code, STRANGER)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> office.commission(
                        "foreign", new OnTheSpot(121.41, 31.08, null, null, null, List.of("rainfall")), STRANGER))
                .isInstanceOf(Refused.class);
        assertThat(catalogue.list(query(code), STRANGER).total()).isZero();
        assertThat(catalogue.list(query(code), STEWARD).total()).isEqualTo(1);
    }

    @Test
    void aRetiredDeviceIsWatchedNoMoreAndItsCodeIsNotGivenAgain() {
        var code = commissioned();
        office.retire(code, STEWARD);
        pass(Duration.ofDays(1));
        assertThat(events("device-" + code)).containsExactly("registry.Commissioned", "registry.Retired");
        assertThatThrownBy(() ->
                        office.commission(code, new OnTheSpot(121.41, 31.08, null, null, null, List.of()), STEWARD))
                .isInstanceOf(Refused.class);
    }

    private static DeviceQuery query(String text) {
        return new DeviceQuery(null, null, null, null, text, null, null, null);
    }
}
