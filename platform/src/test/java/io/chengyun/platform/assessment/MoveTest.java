package io.chengyun.platform.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.place.AreaKind;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.quality.Maintenance;
import io.chengyun.platform.sensing.quality.QualityEvent.Window;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A device that goes to another town takes its danger along: none is left standing where it was. */
class MoveTest extends AssessmentHouse {

    @Autowired
    Places places;

    @Autowired
    Maintenance maintenance;

    private List<AreaCode> towns;

    @BeforeEach
    void knowTheTowns() {
        towns = places.listAreas(AreaKind.TOWN, places.today()).stream()
                .map(area -> area.code())
                .toList();
    }

    /** Puts a stream's thing elsewhere, as the SensorThings door does. */
    private void put(Datastream stream, Position there) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                            update sensing.location set location = jsonb_build_object('type', 'Point', 'coordinates',
                                jsonb_build_array(?::float8, ?::float8))
                            where id in (select l.location_id from sensing.thing_location l
                                         join sensing.thing t on t.id = l.thing_id where t.code = ?)
                            """).params(there.lon(), there.lat(), stream.thingId()).update();
            sensing.changed(List.of(stream.id()));
        });
    }

    private void move(Datastream stream, int town) {
        put(stream, places.centreOf(towns.get(town)));
        house.settle();
    }

    private Datastream streamIn(int town, String property) {
        var stream = stream(property);
        move(stream, town);
        return stream;
    }

    private List<String> wordsIn(int town, Datastream stream) {
        return signals(stream).stream()
                .filter(signal -> signal.source().town().equals(towns.get(town))
                        && signal.source().scope() == null)
                .map(signal ->
                        signal.origin().rule() + " " + (signal.grade() == null ? signal.state() : signal.grade()))
                .toList();
    }

    @Test
    void whatWasSaidOfTheOldPlaceIsTakenBackAndSaidOfTheNew() {
        var gauge = streamIn(0, "rainfall");
        store(gauge, 0, 61.6);
        clock.set(at(0.1));
        move(gauge, 1);

        assertThat(wordsIn(0, gauge))
                .containsExactly("rain-1h YELLOW", "rain-6h BLUE", "rain-6h EASED", "rain-1h EASED");
        assertThat(wordsIn(1, gauge)).containsExactly("rain-1h YELLOW", "rain-6h BLUE");
        assertThat(signals(gauge).get(2).measure().sentence()).contains("迁往别处", "61.6");
        var anew = signals(gauge).get(4);
        assertThat(anew.measure()).isEqualTo(signals(gauge).get(0).measure());
        assertThat(anew.at()).isEqualTo(at(0));
        assertThat(anew.source().lon()).isEqualTo(places.centreOf(towns.get(1)).lon());
    }

    @Test
    void theRuleGoesOnInTheNewPlaceAlsoAfterARestart() {
        var gauge = streamIn(0, "rainfall");
        store(gauge, 0, 40);
        watches.forget();
        move(gauge, 1);
        watches.forget();
        store(gauge, 2, 0);

        assertThat(wordsIn(0, gauge)).containsExactly("rain-1h BLUE", "rain-1h EASED");
        assertThat(wordsIn(1, gauge)).containsExactly("rain-1h BLUE", "rain-1h EASED");
    }

    @Test
    void whatIsSaidInTheNewPlaceBeforeTheMoveIsHeardOfStands() {
        var gauge = streamIn(0, "rainfall");
        store(gauge, 0, 40);
        put(gauge, places.centreOf(towns.get(1)));
        store(gauge, 2, 0);
        house.settle();

        assertThat(wordsIn(0, gauge)).containsExactly("rain-1h BLUE", "rain-1h EASED");
        assertThat(wordsIn(1, gauge)).containsExactly("rain-1h EASED");
    }

    @Test
    void thereAndBackIsNoOldNews() {
        var gauge = streamIn(0, "rainfall");
        store(gauge, 0, 40);
        clock.set(at(0.2));
        move(gauge, 1);
        move(gauge, 0);

        assertThat(wordsIn(0, gauge)).containsExactly("rain-1h BLUE", "rain-1h EASED", "rain-1h BLUE");
        assertThat(wordsIn(1, gauge)).containsExactly("rain-1h BLUE", "rain-1h EASED");
        assertThat(signals(gauge)).allMatch(signal -> signal.at().equals(at(0)));
    }

    @Test
    void aStepWithinTheTownOrWithoutDangerSaysNothing() {
        var gauge = streamIn(0, "rainfall");
        store(gauge, 0, 40);
        var centre = places.centreOf(towns.get(0));
        put(gauge, new Position(centre.lon() + 0.0002, centre.lat()));
        house.settle();
        var quiet = streamIn(0, "rainfall");
        store(quiet, 0, 1);
        move(quiet, 1);

        assertThat(words(gauge)).containsExactly("rain-1h BLUE");
        assertThat(words(quiet)).isEmpty();
    }

    @Test
    void aSilentStreamIsUnknownWhereItStandsNow() {
        var probe = streamIn(0, "water_depth");
        store(probe, 0, 30);
        store(probe, 0.1, 30);
        clock.set(at(5));
        timer.fireDue();
        move(probe, 1);

        assertThat(wordsIn(0, probe))
                .containsExactly(
                        "underpass-depth RED", "depth-silent UNKNOWN", "depth-silent EASED", "underpass-depth EASED");
        assertThat(wordsIn(1, probe)).containsExactly("underpass-depth RED", "depth-silent UNKNOWN");
    }

    @Test
    void whoStandsNowhereLeavesNoDangerAndIsJudgedAnewWhereItIsPut() {
        var gauge = streamIn(0, "rainfall");
        store(gauge, 0, 40);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update sensing.location set location = 'null' where name = ?")
                    .param(gauge.thingName())
                    .update();
            sensing.changed(List.of(gauge.id()));
        });
        house.settle();
        assertThat(wordsIn(0, gauge)).containsExactly("rain-1h BLUE", "rain-1h EASED");
        move(gauge, 1);
        store(gauge, 0.5, 1);

        assertThat(wordsIn(1, gauge)).containsExactly("rain-1h BLUE");
    }

    @Test
    void whileSomebodyWorksOnItTheNewPlaceIsToldWhenTheWorkEnds() {
        var gauge = streamIn(0, "rainfall");
        store(gauge, 0, 40);
        maintenance.enter(new Window("mw-move", gauge.thingId(), null, at(0.1), at(0.4), "搬迁", "steward"));
        clock.set(at(0.2));
        move(gauge, 1);
        assertThat(wordsIn(0, gauge)).containsExactly("rain-1h BLUE", "rain-1h EASED");
        assertThat(wordsIn(1, gauge)).isEmpty();
        clock.set(at(0.4));
        house.fireDue();

        assertThat(wordsIn(1, gauge)).containsExactly("rain-1h BLUE");
    }

    @Test
    void whatWasKeptBackIsSaidOfWhereItStandsWhenTheWorkEnds() {
        var gauge = streamIn(0, "rainfall");
        maintenance.enter(new Window("mw-kept", gauge.thingId(), null, at(0), at(0.4), "搬迁", "steward"));
        store(gauge, 0.1, 40);
        move(gauge, 1);
        clock.set(at(0.4));
        house.fireDue();

        assertThat(wordsIn(0, gauge)).isEmpty();
        assertThat(wordsIn(1, gauge)).containsExactly("rain-1h BLUE");
    }
}
