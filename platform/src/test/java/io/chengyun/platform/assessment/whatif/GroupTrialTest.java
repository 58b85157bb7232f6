package io.chengyun.platform.assessment.whatif;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.assessment.AssessmentHouse;
import io.chengyun.platform.assessment.whatif.Trials.Asked;
import io.chengyun.platform.place.AreaKind;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.scenario.ScenarioRefusal;
import io.chengyun.platform.scenario.Scenarios;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.NewThing;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Drafts of rules over several streams, tried on what is stored. */
class GroupTrialTest extends AssessmentHouse {

    private static final Caller COMMANDER = new Caller("c-1", "甲", "A", Set.of(Role.COMMANDER), "D310112", null);
    private static final AtomicInteger NAMES = new AtomicInteger();

    @Autowired
    Trials trials;

    @Autowired
    Scenarios scenarios;

    @Autowired
    Places places;

    private Datastream in(int town, String property, double metresEast) {
        var centre = places.centreOf(
                places.listAreas(AreaKind.TOWN, places.today()).get(town).code());
        var code = "try-" + NAMES.incrementAndGet();
        var at = new Position(centre.lon() + metresEast / 95_000, centre.lat());
        return sensing.register(new NewThing(code, code, at, List.of(NewThing.NewStream.of(property))))
                .get(0);
    }

    private TrialResult run(String rule, double from, double until, Datastream... streams) {
        var ids = Arrays.stream(streams).map(Datastream::id).toList();
        return trials.run(new Asked("flood", rule, ids, null, at(from), at(until)), COMMANDER);
    }

    /** An entry of the scenario's own file. */
    private String entry(String id) {
        var text = scenarios.folderRules("flood");
        int begin = text.indexOf("  - id: " + id + "\n");
        int end = text.indexOf("\n  - id: ", begin);
        return (end < 0 ? text.substring(begin) : text.substring(begin, end)).replaceAll("(?m)^  #.*$", "");
    }

    @Test
    void aDraftSaysWhatItWouldHaveSaidOfAGroupBesideTheVersionInForce() {
        var gauges = List.of(in(3, "water_level", 0), in(3, "water_level", 10), in(3, "water_level", 20));
        store(gauges.get(0), 0, 4.6);
        store(gauges.get(1), 0.1, 4.6);
        store(gauges.get(2), 0.2, 4.7);

        var draft = entry("river-many").replace("least: 3", "least: 2").replace("version: 1", "version: 2");
        var result = run(draft, 0, 0.3, gauges.toArray(Datastream[]::new));

        assertThat(result.draft().version()).isEqualTo(2);
        assertThat(result.draft().counts()).containsOnly(entry("BLUE", 1));
        assertThat(requireNonNull(result.active()).counts()).containsOnly(entry("BLUE", 1));
        assertThat(result.findings()).singleElement().satisfies(one -> {
            assertThat(one.finding().at()).as("at the second, not at the third").isEqualTo(at(0.1));
            assertThat(one.stream()).isEqualTo(gauges.get(1).id());
        });
        assertThat(result.about().streams()).isEqualTo(3);
        assertThat(result.about().observations()).isEqualTo(3);
        assertThat(result.chart().buckets()).hasSize(1);
    }

    private static Map.Entry<String, Integer> entry(String grade, int count) {
        return Map.entry(grade, count);
    }

    @Test
    void streamsOfOtherTownsAreOtherGroupsAndARadiusIsAGroupAroundEach() {
        var here = List.of(in(4, "water_level", 0), in(4, "water_level", 100));
        var elsewhere = in(5, "water_level", 0);
        store(here.get(0), 0, 4.6);
        store(here.get(1), 0.05, 4.6);
        store(elsewhere, 0.1, 4.6);

        assertThat(run(entry("river-many"), 0, 0.3, here.get(0), here.get(1), elsewhere)
                        .draft()
                        .counts())
                .as("two here and one there are not three")
                .isEmpty();
        var around = entry("river-many")
                .replace("over: town", "over: { radius: 500 }")
                .replace("least: 3", "least: 2");
        assertThat(run(around, 0, 0.3, here.get(0), here.get(1), elsewhere)
                        .draft()
                        .counts())
                .as("each of the two has the other beside it")
                .containsOnly(entry("BLUE", 2));
    }

    @Test
    void itHearsWhatRulesOfSingleStreamsWouldSay() {
        var gauge = in(6, "rainfall", 0);
        var probe = in(6, "water_depth", 10);
        store(gauge, 0, 40);
        store(probe, 0.5, 6);

        var result = run(entry("rain-then-water"), 0, 0.6, gauge, probe);

        assertThat(result.findings())
                .singleElement()
                .satisfies(one -> assertThat(one.finding().at()).isEqualTo(at(0.5)));
        assertThat(result.draft().counts()).containsOnly(entry("ORANGE", 1));
        assertThat(run(entry("rain-then-water"), 0, 0.6, probe).draft().counts())
                .as("without the gauge nobody says that it rained")
                .isEmpty();
    }

    @Test
    void observationsAreHeardByTimeWhicheverStreamComesFirst() {
        var river = in(7, "water_level", 0);
        var gauge = in(7, "rainfall", 10);
        store(river, 0, 4.41);
        store(gauge, 0.2, 60);
        store(river, 0.4, 4.3);

        assertThat(run(entry("rain-on-high-river"), 0, 0.45, gauge, river).findings())
                .first()
                .satisfies(one -> assertThat(one.finding().at()).isEqualTo(at(0.2)));
    }

    @Test
    void whatCameBeforeThePeriodIsKnownAndNotJudged() {
        var gauges = List.of(in(8, "water_level", 0), in(8, "water_level", 10), in(8, "water_level", 20));
        store(gauges.get(0), 0, 4.6);
        store(gauges.get(1), 0.1, 4.6);
        store(gauges.get(2), 0.3, 4.6);

        assertThat(run(entry("river-many"), 0.2, 0.4, gauges.toArray(Datastream[]::new))
                        .findings())
                .singleElement()
                .satisfies(one -> assertThat(one.finding().at()).isEqualTo(at(0.3)));
        assertThat(run(entry("river-many"), 0.35, 0.4, gauges.toArray(Datastream[]::new))
                        .findings())
                .as("said before the period began")
                .isEmpty();
    }

    @Test
    void whatCannotBeTriedIsRefusedWithItsReason() {
        var gauge = in(9, "water_level", 0);
        var rain = in(9, "rainfall", 0);

        assertThatThrownBy(() -> run(entry("river-many").replace("least: 3", "least: many"), 0, 1, gauge))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.refusal()).isEqualTo(ScenarioRefusal.RULES_WRONG);
                    assertThat(refused.allowed())
                            .first()
                            .asString()
                            .startsWith("rule:")
                            .contains("least");
                });
        assertThatThrownBy(
                        () -> run(entry("rain-then-water").replace("signal: rain-1h", "signal: rain-9h"), 0, 1, rain))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.allowed()).first().asString().contains("rain-9h"));
        assertThatThrownBy(() -> run(entry("river-many"), 0, 1, rain))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("water_level");
    }
}
