package io.chengyun.platform.casework;

import io.chengyun.kernel.CityException;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.Given.Answer;
import io.chengyun.platform.casework.Given.Named;
import io.chengyun.platform.casework.Turn.Actor;
import io.chengyun.platform.casework.joint.Joint;
import io.chengyun.platform.casework.joint.Joint.Sharing;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Somebody who does with a case whatever may be done with it, by chance. */
final class Wanderer {

    private static final List<Role> ROLES =
            List.of(Role.ACCEPTOR, Role.DISPATCHER, Role.HANDLER, Role.INSPECTOR, Role.COMMANDER);
    private static final List<String> PLACES = List.of(Walk.DRAINAGE, Walk.ROADS);

    private final Consumer<CityException> refused;

    /** @param refused hears what the rules say no to */
    Wanderer(Consumer<CityException> refused) {
        this.refused = refused;
    }

    /** Something that somebody may do now, some minutes later. */
    void step(Walk walk, int die) {
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
        var given = given(dice, place).until(until).showing(photos);
        var action = ways.get(dice.nextInt(ways.size())).action();
        if (action == CaseAction.MERGE && dice.nextInt(4) > 0) {
            return; // else half of all cases would end so
        }
        try {
            walk.act(action, actor, given);
        } catch (CityException no) {
            refused.accept(no);
        }
    }

    private static Given given(Random dice, String place) {
        var classes = List.of(Walk.CLASS, "0507");
        var policies = Joint.Policy.values();
        return Given.note("note")
                .on("ground")
                .naming(new Named(place, "person", "s-2h", classes.get(dice.nextInt(2)), "c-2"))
                .shared(new Sharing(List.of(Walk.HELP), policies[dice.nextInt(policies.length)], 1))
                .answering(new Answer(dice.nextBoolean(), null));
    }

    private static Actor person(Role role, int number) {
        var offices = Set.of(Walk.DESK, Walk.DRAINAGE, Walk.ROADS, Walk.HELP);
        return new Actor(role + "-" + number, "D310112", Set.of(role), offices);
    }
}
