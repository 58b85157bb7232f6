package io.chengyun.platform.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.CityException;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.Turn.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;

/** Whatever anybody tries in whatever order: what must hold of a case holds after every step. */
class CaseWanderingTest {

    private static final List<Role> ROLES =
            List.of(Role.ACCEPTOR, Role.DISPATCHER, Role.HANDLER, Role.INSPECTOR, Role.COMMANDER);
    private static final List<String> PLACES = List.of(Walk.DRAINAGE, Walk.ROADS);

    /** The same ways every time, so that every state is met every time. */
    @Property(tries = 1_000, seed = "20261123")
    void caseKeepsToTheRulesOnEveryWay(@ForAll @Size(min = 40, max = 120) List<@IntRange(max = 99_999) Integer> dice) {
        var walk = new Walk();
        for (int die : dice) {
            step(walk, die);
            check(walk.file());
            Statistics.label("states").collect(walk.file().state());
        }
        assertThat(walk.events.stream().map(event -> event.now().revision().number()))
                .doesNotHaveDuplicates()
                .isSorted();
        Statistics.label("states").coverage(seen -> {
            for (var state : CaseState.values()) {
                seen.check(state).count(times -> times > 0);
            }
        });
    }

    /** Something that somebody may do now, some minutes later. */
    private static void step(Walk walk, int die) {
        var dice = new Random(die);
        walk.minutes(dice.nextInt(90));
        var people = Stream.concat(
                        ROLES.stream().map(role -> person(role, dice.nextInt(3))), Stream.of(Actor.house(Walk.DESK)))
                .filter(actor ->
                        !walk.rules.allowed(walk.file(), actor, walk.now).isEmpty())
                .toList();
        if (people.isEmpty()) {
            return;
        }
        var actor = people.get(dice.nextInt(people.size()));
        var ways = walk.rules.allowed(walk.file(), actor, walk.now);
        var until = walk.now.plus(Duration.ofDays(dice.nextInt(400)));
        var photos = List.of("photo-" + dice.nextInt(5));
        var place = PLACES.get(dice.nextInt(2));
        var given = new Given(null, "note", place, "person", "s-2h", until, "ground", photos);
        try {
            walk.act(ways.get(dice.nextInt(ways.size())).action(), actor, given);
        } catch (CityException refused) {
            assertThat(refused).hasMessageContaining("casework:");
        }
    }

    private static Actor person(Role role, int number) {
        var offices = Set.of(Walk.DESK, Walk.DRAINAGE, Walk.ROADS);
        return new Actor(role + "-" + number, "D310112", Set.of(role), offices);
    }

    private static void check(CaseFile file) {
        var course = file.course();
        assertThat(file.clocks().business().startedAt()).isEqualTo(Walk.NINE);
        assertThat(course.tally().extensions()).isLessThanOrEqualTo(2);
        assertThat(course.tally().suspensions()).isLessThanOrEqualTo(1);
        boolean beyondFiling = file.state().stage().compareTo(CaseState.Stage.FILE) > 0;
        assertThat(!beyondFiling || course.standard() != null).isTrue();
        assertThat(file.clocks().business().runs())
                .isEqualTo(!file.state().ended() && file.state() != CaseState.SUSPENDED);
        assertThat(file.clocks().holder() == null).isEqualTo(file.state().ended() || file.state() == CaseState.FILED);
        if (file.state() == CaseState.CLOSED) {
            var inspection = Objects.requireNonNull(course.inspection());
            assertThat(inspection.passed()).isTrue();
            assertThat(course.handlers()).doesNotContain(inspection.by());
            assertThat(course.evidence()).hasSizeGreaterThanOrEqualTo(2);
        }
        if (file.state().stage() == CaseState.Stage.HANDLE) {
            assertThat(Objects.requireNonNull(course.work()).organisation())
                    .isEqualTo(file.holder().organisation());
        }
    }
}
