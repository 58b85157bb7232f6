package io.chengyun.platform.assessment.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.place.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NeighbourhoodsTest {

    private static final double METRES_A_DEGREE = 111_320;

    private static Position at(double metresNorth) {
        return new Position(121.4, 31 + metresNorth / METRES_A_DEGREE);
    }

    @Test
    void aStreamStandsInItsOwnNeighbourhoodAndInThoseWithinTheRadius() {
        var near = new Neighbourhoods(500, 16);
        near.join(1, at(0));
        near.join(2, at(499));
        near.join(3, at(998));

        assertThat(near.centresOf(1)).containsExactly(1L, 2L);
        assertThat(near.centresOf(2)).containsExactly(1L, 2L, 3L);
        assertThat(near.centresOf(4)).isEmpty();
    }

    @Test
    void onlyTheNearestAreHeldAgainstTheOneInTheMiddleAndWhoIsDisplacedIsTold() {
        var near = new Neighbourhoods(500, 2);
        near.join(1, at(0));
        near.join(2, at(100));
        near.join(3, at(300));
        assertThat(near.centresOf(3)).containsExactly(1L, 2L, 3L);

        assertThat(near.join(4, at(50))).contains(3L);
        assertThat(near.centresOf(3)).containsExactly(3L);
    }

    @Test
    void whoStandsWhereItStoodChangesNothing() {
        var near = new Neighbourhoods(500, 2);
        near.join(1, at(0));
        near.join(2, at(100));

        assertThat(near.join(2, at(100))).isEmpty();
    }

    @Test
    void whoLeavesMakesRoomForTheNextNearest() {
        var near = new Neighbourhoods(500, 1);
        near.join(1, at(0));
        near.join(2, at(100));
        near.join(3, at(300));
        assertThat(near.centresOf(3)).containsExactly(3L);

        assertThat(near.leave(2)).contains(1L, 3L);
        assertThat(near.centresOf(3)).containsExactly(1L, 3L);
        assertThat(near.centresOf(2)).isEmpty();
    }

    @Test
    void itDoesNotMatterInWhichOrderTheyCameMovedAndWent() {
        var random = new Random(15);
        for (int round = 0; round < 200; round++) {
            var stand = new HashMap<Long, Position>();
            var grown = new Neighbourhoods(400, 3);
            for (int step = 0; step < 40; step++) {
                long stream = random.nextInt(12);
                if (random.nextInt(4) == 0) {
                    grown.leave(stream);
                    stand.remove(stream);
                } else {
                    var at = at(random.nextInt(20) * 97.0);
                    grown.join(stream, at);
                    stand.put(stream, at);
                }
            }
            assertThat(all(grown)).isEqualTo(all(anew(stand, random)));
        }
    }

    private static Neighbourhoods anew(Map<Long, Position> stand, Random random) {
        var anew = new Neighbourhoods(400, 3);
        var order = new ArrayList<>(stand.keySet());
        Collections.shuffle(order, random);
        order.forEach(stream -> anew.join(stream, Objects.requireNonNull(stand.get(stream))));
        return anew;
    }

    private static List<List<Long>> all(Neighbourhoods near) {
        var all = new ArrayList<List<Long>>();
        for (long stream = 0; stream < 12; stream++) {
            all.add(near.centresOf(stream));
        }
        return all;
    }

    @Test
    void whoeverHasAnotherNeighbourhoodIsTold() {
        var random = new Random(16);
        var near = new Neighbourhoods(400, 3);
        for (int step = 0; step < 2_000; step++) {
            var before = all(near);
            long stream = random.nextInt(12);
            Set<Long> told = near.join(stream, at(random.nextInt(20) * 97.0));
            var after = all(near);
            for (int other = 0; other < 12; other++) {
                if (other != stream && !before.get(other).equals(after.get(other))) {
                    assertThat(told).contains((long) other);
                }
            }
        }
    }
}
