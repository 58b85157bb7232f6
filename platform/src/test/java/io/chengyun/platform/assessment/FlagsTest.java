package io.chengyun.platform.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.quality.Flag;
import io.chengyun.platform.sensing.quality.QualityEvent;
import io.chengyun.platform.sensing.quality.QualityFlags;
import io.chengyun.platform.sensing.quality.QualityFlags.Flagging;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Rules that doubt a device flag its observations and warn nobody. */
class FlagsTest extends AssessmentHouse {

    @Autowired
    QualityFlags flags;

    @Autowired
    ApplicationContext context;

    private List<Flagging> flags(Datastream stream) {
        return flags.list(stream.id(), EIGHT, at(100), 100);
    }

    private void stick(Datastream stream, int samples) {
        for (int i = 0; i < samples; i++) {
            store(stream, i / 12.0, 3.21);
        }
    }

    @Test
    void aStuckGaugeIsFlaggedFromWhereItStoodAndNobodyIsWarned() {
        var river = stream("water_level");
        stick(river, 47);
        assertThat(flags(river)).isEmpty();
        stick(river, 60);

        assertThat(flags(river)).hasSize(48).allSatisfy(one -> {
            assertThat(one.flag()).isEqualTo("stuck");
            assertThat(one.rule()).isEqualTo("devices:level-stuck");
        });
        assertThat(flags(river)).extracting(Flagging::phenomenonAt).contains(EIGHT, at(47 / 12.0));
        assertThat(signals(river)).isEmpty();
    }

    @Test
    void aSpikeIsFlaggedWhereItWasAndNotWhereItEnded() {
        var river = stream("water_level");
        for (int i = 0; i < 30; i++) {
            store(river, i / 12.0, 3 + i % 3 / 100.0 + (i == 25 ? 1 : 0));
        }

        assertThat(flags(river)).singleElement().satisfies(one -> {
            assertThat(one.flag()).isEqualTo("spike");
            assertThat(one.phenomenonAt()).isEqualTo(at(25 / 12.0));
        });
    }

    @Test
    void aValueOutOfRangeIsFlaggedByItselfAndTheJournalIsToldOnce() {
        var river = stream("water_level");
        store(river, 0, 3);
        store(river, 1, 7.5);
        store(river, 2, 3);
        store(river, 3, 7.5);
        house.settle();

        assertThat(flags(river)).extracting(Flagging::phenomenonAt).containsExactly(at(1), at(3));
        assertThat(journal.list(0, 100_000))
                .filteredOn(entry ->
                        entry.event() instanceof QualityEvent.Flagged flagged && flagged.now().stream() == river.id())
                .singleElement()
                .satisfies(entry -> assertThat(
                                ((QualityEvent.Flagged) entry.event()).now().flag())
                        .isEqualTo(Flag.OUT_OF_RANGE));
    }

    @Test
    void whatARuleFlaggedIsNotFlaggedAnewAfterARestart() {
        var river = stream("water_level");
        stick(river, 48);
        watches.forget();
        store(river, 4, 3.21);

        assertThat(flags(river)).hasSize(48);
    }

    @Test
    void theFlagsAreServedAndTheRulesBehindThem() {
        var river = stream("water_level");
        stick(river, 48);
        house.settle(); // the registry hears of the device
        var caller = new Caller("c-1", "甲", "A", Set.of(Role.COMMANDER), "D310112", null);
        var door = MockMvcTester.of(
                List.of(context.getBean("upkeepController"), new AssessmentController(assessment, rules, sensing)),
                one -> one.setMessageConverters(new JacksonJsonHttpMessageConverter(json))
                        .setCustomArgumentResolvers(new GivenCaller(caller))
                        .build());

        assertThat(door.get()
                        .uri("/api/devices/streams/{id}/flags?from={from}&until={until}", river.id(), EIGHT, at(9)))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.flags.length()", count -> count.assertThat().isEqualTo(48))
                .hasPathSatisfying("$.flags[0].flag", flag -> flag.assertThat().isEqualTo("stuck"));
        assertThat(door.get().uri("/api/rules"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.flagging[?(@.id == 'level-stuck')].flag",
                        flag -> flag.assertThat().asArray().containsExactly("stuck"))
                .hasPathSatisfying(
                        "$.rules[?(@.id == 'level-stuck')]",
                        none -> none.assertThat().asArray().isEmpty());
    }
}
