package io.chengyun.platform.dispatch.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chengyun.platform.dispatch.routing.Routes.Ranked;
import io.chengyun.platform.place.Position;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is likely to take a matter, by who took earlier ones. */
class RoutesTest {

    private final Routes routes = new Routes();

    private static Sought litter(String address, @Nullable Position point) {
        return new Sought("Litter", "", address, point);
    }

    private String first(Sought sought) {
        return routes.rank(sought, 1).get(0).organisation();
    }

    @Test
    void nothingLearntNothingSaid() {
        assertThat(routes.rank(litter("", null), 3)).isEmpty();
    }

    @Test
    void whereNothingNarrowerIsKnownTheClassDecides() {
        IntStream.range(0, 3).forEach(any -> routes.learn(litter("", null), "NORTH"));
        routes.learn(litter("", null), "SOUTH");
        IntStream.range(0, 3).forEach(any -> routes.learn(new Sought("Noise", "", "", null), "POLICE"));
        assertThat(first(litter("9 Any St", new Position(1, 1)))).isEqualTo("NORTH");
        assertThat(first(new Sought("Noise", "", "", null))).isEqualTo("POLICE");
        assertThat(first(new Sought("Rats", "", "", null))).isEqualTo("NORTH");
    }

    @Test
    void placeDecidesWhereItWasSeenOften() {
        var near = new Position(-71.06, 42.35);
        IntStream.range(0, 50).forEach(any -> routes.learn(litter("", new Position(-71.2, 42.2)), "SOUTH"));
        IntStream.range(0, 4).forEach(any -> routes.learn(litter("", near), "NORTH"));
        assertThat(first(litter("", near))).isEqualTo("NORTH");
        assertThat(first(litter("", null))).isEqualTo("SOUTH");
    }

    @Test
    void streetIsTheAddressWithoutItsNumber() {
        IntStream.range(0, 20).forEach(any -> routes.learn(litter("1 Far Rd", null), "SOUTH"));
        IntStream.range(0, 9).forEach(any -> routes.learn(litter("22 Wolcott  ST", null), "NORTH"));
        assertThat(first(litter("7-9 wolcott st", null))).isEqualTo("NORTH");
    }

    @Test
    void equallyLikelyOnesStandByName() {
        routes.learn(litter("", null), "B");
        routes.learn(litter("", null), "A");
        assertThat(routes.rank(litter("", null), 3))
                .extracting(Ranked::organisation)
                .containsExactly("A", "B");
    }

    @Property(tries = 200)
    void likelihoodsOfAllAreOneTogether(@ForAll @Size(max = 40) java.util.List<@IntRange(max = 5) Integer> taken) {
        var learnt = new Routes();
        taken.forEach(number ->
                learnt.learn(litter(number + " St", new Position(number / 100.0, 31)), "O" + number % 3));
        double all = learnt.rank(litter("2 St", new Position(0.02, 31)), 99).stream()
                .mapToDouble(Ranked::likelihood)
                .sum();
        assertThat(all).isCloseTo(taken.isEmpty() ? 0 : 1, within(1e-9));
    }
}
