package io.chengyun.platform.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Role;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every action in every state by every role: what the list of transitions does not know is refused, with advice. */
class WholeTableTest {

    private static final List<Casework.Way> WAYS = Casework.ways();
    /** Cases of one state that are tried: each as it came about in another way. */
    private static final int OF_A_STATE = 60;

    /** Cases as they may stand, several in each state. */
    private static Map<CaseState, List<Walk>> standing() {
        var standing = new EnumMap<CaseState, List<Walk>>(CaseState.class);
        var wanderer = new Wanderer(refused -> {});
        for (int number = 0; number < 4_000; number++) {
            var walk = Walk.ofNumber(number);
            var dice = new Random(number);
            for (int steps = dice.nextInt(60); steps > 0; steps--) {
                wanderer.step(walk, dice.nextInt());
            }
            var alike = standing.computeIfAbsent(walk.file().state(), first -> new ArrayList<>());
            if (alike.size() < OF_A_STATE) {
                alike.add(walk);
            }
        }
        return standing;
    }

    @Test
    void everyCellOfTheTableAnswersAsItSays() {
        var standing = standing();
        assertThat(standing).containsOnlyKeys(CaseState.values());
        int allowed = 0;
        int refused = 0;
        for (var state : CaseState.values()) {
            for (var walk : standing.getOrDefault(state, List.of())) {
                for (var role : Role.values()) {
                    var offers = walk.rules.allowed(walk.file(), Walk.actor(role), walk.now).stream()
                            .map(Transition::action)
                            .collect(Collectors.toSet());
                    for (var action : CaseAction.values()) {
                        if (isAllowed(walk, action, role, offers)) {
                            allowed++;
                        } else {
                            refused++;
                        }
                    }
                }
            }
        }
        assertThat(allowed).isPositive();
        assertThat(refused).isGreaterThan(allowed);
    }

    /** Checks one cell; whether it may be done. */
    private static boolean isAllowed(Walk walk, CaseAction action, Role role, Set<CaseAction> offers) {
        var file = walk.file();
        var actor = Walk.actor(role);
        var cell = file.state() + " " + action + " " + role;
        boolean offered = offers.contains(action);
        boolean inState = WAYS.stream()
                .anyMatch(
                        way -> way.action().equals(action.word()) && way.from().contains(file.state()));
        boolean inRole = WAYS.stream()
                .anyMatch(way -> way.action().equals(action.word())
                        && way.from().contains(file.state())
                        && way.roles().contains(role));
        try {
            var way = walk.rules.choose(file, action, actor, walk.now);
            assertThat(way.from()).as(cell).contains(file.state());
            assertThat(offered && inState && inRole).as(cell).isTrue();
            return true;
        } catch (Refused no) {
            assertThat(offered).as(cell).isFalse();
            if (!inState) {
                assertThat(no.refusal()).as(cell).isEqualTo(CaseRefusal.NOT_ALLOWED_NOW);
            } else if (!inRole) {
                assertThat(no.refusal()).as(cell).isEqualTo(CaseRefusal.NOT_YOUR_ROLE);
            }
            assertThat(no.refusal().kind().status()).as(cell).isIn(403, 409);
            assertThat(no.allowed())
                    .as(cell)
                    .doesNotContain(action.word())
                    .allMatch(word ->
                            offers.stream().anyMatch(offer -> offer.word().equals(word)));
            return false;
        }
    }
}
