package io.chengyun.platform.situation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.Grade;
import io.chengyun.platform.sensing.ObservationBatch;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The picture over real HTTP on a real database. */
class PictureTest extends SituationHouse {

    @Test
    void aSensorIsShownWithValueUnitTimePlaceAndState() throws Exception {
        sensing.store(new ObservationBatch("test").add(gauge.id(), clock.instant(), 12.5));
        var sensor = sensor();

        assertThat(sensor.get("value").asDouble()).isEqualTo(12.5);
        assertThat(sensor.get("unit").asString()).isEqualTo("mm");
        assertThat(sensor.get("at").asString()).isEqualTo(clock.instant().toString());
        assertThat(sensor.get("state").asString()).isEqualTo("OK");
        assertThat(sensor.get("propertyName").asString()).isEqualTo("雨量");
        assertThat(sensor.get("thingName").asString()).isEqualTo("莘庄雨量站");
        assertThat(sensor.get("town").asString()).startsWith("310112");
        assertThat(sensor.get("grade").isNull()).isTrue();

        clock.move(Duration.ofHours(2).plusMillis(1));
        assertThat(sensor().get("state").asString()).isEqualTo("UNKNOWN");
    }

    @Test
    void aSensorThatNeverSpokeIsUnknownAndHasNoValue() throws Exception {
        assertThat(sensor().get("state").asString()).isEqualTo("UNKNOWN");
        assertThat(sensor().get("value").isNull()).isTrue();
    }

    @Test
    void aWarningIsInThePictureWhileItStandsAndColoursItsSensor() throws Exception {
        happen(Dangers.raised("w-1", gauge.id(), Grade.BLUE, clock.instant()));
        happen(Dangers.raised("w-2", gauge.id(), Grade.ORANGE, clock.instant()));
        assertThat(ids(picture().get("warnings"))).contains("w-1", "w-2");
        assertThat(sensor().get("grade").asString()).isEqualTo("ORANGE");

        happen(Dangers.lifted("w-2", gauge.id(), clock.instant()));
        assertThat(ids(picture().get("warnings"))).contains("w-1").doesNotContain("w-2");
        assertThat(sensor().get("grade").asString()).isEqualTo("BLUE");
    }

    @Test
    void thePictureSurvivesARestart() throws Exception {
        happen(Dangers.raised("w-3", gauge.id(), Grade.RED, clock.instant()));
        var restarted = new StandingWarnings(store, new Changes(json));
        assertThat(restarted.gradesByStream()).isEmpty();
        restarted.afterSingletonsInstantiated();

        assertThat(restarted.gradesByStream()).containsEntry(gauge.id(), Grade.RED);
        assertThat(store.seen()).isEqualTo(journal.last());
    }

    @Test
    void thePictureSaysHowFarItIsBehind() throws Exception {
        happen(Dangers.raised("w-4", gauge.id(), Grade.BLUE, clock.instant()));
        assertThat(picture().get("last").asLong()).isEqualTo(journal.last());
        assertThat(picture().get("lag").asLong()).isZero();

        jdbc.sql("UPDATE situation.progress SET number = number - 2").update();
        assertThat(picture().get("lag").asLong()).isEqualTo(2);
        jdbc.sql("UPDATE situation.progress SET number = number + 2").update();
    }

    @Test
    void theDistrictSaysThatItsBoundariesAreGenerated() throws Exception {
        var district = picture().get("district");

        assertThat(district.get("synthetic").asBoolean()).isTrue();
        assertThat(district.get("centre").size()).isEqualTo(2);
        assertThat(district.get("baseMap").isNull()).isTrue();
    }

    @Test
    void anotherTownsCasesAreInNobodysPictureButTheTowns() throws Exception {
        happen(Cases.reported("c-xinzhuang", "310112101", clock.instant()));
        happen(Cases.reported("c-qibao", "310112102", clock.instant()));
        assertThat(ids(picture().get("cases"))).contains("c-xinzhuang", "c-qibao");

        cookie = signIn("handler-310112101");
        assertThat(ids(picture().get("cases"))).contains("c-xinzhuang").doesNotContain("c-qibao");
    }

    @Test
    void aCaseIsOneFlatCard() throws Exception {
        happen(Cases.reported("c-flat", "310112101", clock.instant()));
        var card = picture()
                .get("cases")
                .valueStream()
                .filter(found -> found.get("id").asString().equals("c-flat"))
                .findFirst()
                .orElseThrow();

        assertThat(card.get("title").asString()).isEqualTo("道路积水");
        assertThat(card.get("state").asString()).isEqualTo("REPORTED");
        assertThat(card.get("town").asString()).isEqualTo("310112101");
        assertThat(card.get("holder").get("organisation").asString()).isEqualTo("D310112");
        assertThat(card.get("grade").asString()).isEqualTo("YELLOW");
        assertThat(card.get("businessDeadlineAt").asString())
                .isEqualTo(clock.instant().plus(Duration.ofHours(4)).toString());
        assertThat(card.get("version").asLong()).isEqualTo(1);
    }

    @Test
    void anEndedCaseStaysAWhileSoThatPeopleSeeItEnd() throws Exception {
        happen(Cases.closed("c-ended", "310112101", clock.instant()));
        assertThat(ids(picture().get("cases"))).contains("c-ended");

        clock.move(Duration.ofHours(2));
        cookie = signIn("commander");
        assertThat(ids(picture().get("cases"))).doesNotContain("c-ended");
    }

    @Test
    void whatIsRolledBackIsToldToNobody() {
        long seen = broadcast.seen();
        transaction.executeWithoutResult(status -> {
            follower.on(seen + 100, Dangers.raised("w-never", gauge.id(), Grade.RED, clock.instant()));
            status.setRollbackOnly();
        });

        assertThat(broadcast.seen()).isEqualTo(seen);
        assertThat(warnings.gradesByStream()).doesNotContainKey(gauge.id());
    }

    @Test
    void anEntryHeardAgainChangesNothing() {
        happen(Dangers.raised("w-8", gauge.id(), Grade.RED, clock.instant()));
        long number = journal.last();
        happen(Dangers.lifted("w-8", gauge.id(), clock.instant()));
        transaction.executeWithoutResult(
                status -> follower.on(number, Dangers.raised("w-8", gauge.id(), Grade.RED, clock.instant())));

        assertThat(store.listOpen(Change.Kind.WARNING)).extracting(Change::id).doesNotContain("w-8");
        assertThat(store.seen()).isEqualTo(journal.last());
    }
}
