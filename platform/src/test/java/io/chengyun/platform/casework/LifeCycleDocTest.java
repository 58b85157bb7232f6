package io.chengyun.platform.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.casework.CaseFile.Clocks;
import io.chengyun.platform.casework.clock.Countdown;
import io.chengyun.platform.house.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** docs/reference/lifecycle.md: the list of transitions, with the events and the clocks as they were seen on many ways. */
class LifeCycleDocTest {

    private static final int WALKS = 3_000;
    private static final int STEPS = 80;

    /** What was seen of one transition. */
    private record Seen(Set<String> events, Set<String> clocks) {}

    @Test
    void pageShowsEveryWayWithItsEventAndItsClocks() {
        var seen = wander();
        assertThat(seen.keySet()).as("every way was gone").containsAll(CaseTransitions.ALL);
        var rows = CaseTransitions.ALL.stream()
                .map(way -> row(way, Objects.requireNonNull(seen.get(way))))
                .collect(Collectors.joining());
        Page.check("docs/reference/lifecycle.md", getClass(), """
                # Life of a case 案件流转

                Every way a case can go, in the order in which they are tried (`CaseTransitions`). Whatever is not here is answered with 409
                (`casework:not-allowed-now`), or with 403 where another role may do it, and what is allowed instead. Events and clocks are
                not declared but seen, on %,d walks by chance. *Business* is the clock of the whole case, *holder* that of whoever has it.

                | action | from | to | who | needs | only if | event | clocks |
                |---|---|---|---|---|---|---|---|
                """.formatted(WALKS) + rows);
    }

    private static Map<Transition, Seen> wander() {
        var seen = new LinkedHashMap<Transition, Seen>();
        var wanderer = new Wanderer(refused -> {});
        for (int number = 0; number < WALKS; number++) {
            var walk = Walk.ofNumber(number);
            var dice = new Random(number);
            for (int step = 0; step < STEPS; step++) {
                var before = walk.minutes(1).file();
                int known = walk.events.size();
                wanderer.step(walk, dice.nextInt());
                note(before, walk.events.subList(known, walk.events.size()), walk, seen);
            }
        }
        return seen;
    }

    private static void note(CaseFile before, List<CaseEvent> events, Walk walk, Map<Transition, Seen> seen) {
        var way = walk.lastWay();
        if (events.isEmpty() || way == null) {
            return;
        }
        var entry = seen.computeIfAbsent(way, first -> new Seen(new TreeSet<>(), new TreeSet<>()));
        entry.events()
                .add(events.stream()
                        .map(event -> event.getClass().getSimpleName())
                        .collect(Collectors.joining(" then ")));
        entry.clocks()
                .add(effect(before.clocks(), events.get(events.size() - 1).now().clocks()));
    }

    private static String effect(Clocks before, Clocks after) {
        var business = change(before.business(), after.business(), null);
        var holder = change(before.holder(), after.holder(), laidBy(before, after));
        return (business.isEmpty() ? "" : "business " + business)
                + (business.isEmpty() || holder.isEmpty() ? "" : ", ")
                + (holder.isEmpty() ? "" : "holder " + holder);
    }

    /** The clock that was laid by until now: the acceptor's while somebody was asked, or the department's. */
    private static @Nullable Countdown laidBy(Clocks before, Clocks after) {
        if (before.waiting() != null && after.waiting() == null) {
            return before.waiting();
        }
        var handling = before.handling();
        return handling != null && after.handling() == null ? handling.clock() : null;
    }

    private static String change(@Nullable Countdown before, @Nullable Countdown after, @Nullable Countdown laidBy) {
        if (after == null) {
            return before == null ? "" : "stops";
        }
        if (laidBy != null
                && laidBy.startedAt().equals(after.startedAt())
                && laidBy.allowed().equals(after.allowed())) {
            return "goes on";
        }
        if (before == null || !before.startedAt().equals(after.startedAt())) {
            return "starts";
        }
        if (before.runs() != after.runs()) {
            return after.runs() ? "goes on" : "pauses";
        }
        return before.allowed().equals(after.allowed()) ? "" : "gets another limit";
    }

    private static String row(Transition way, Seen seen) {
        var shown = way.shown();
        var who = shown.roles().stream().map(Enum::name).collect(Collectors.joining(", "));
        return "| `" + shown.action() + "` | "
                + words(shown.from().stream().map(Enum::name).toList()) + " | "
                + (shown.to() == null ? "*stays*" : shown.to().name()) + " | " + who
                + (shown.house() ? (who.isEmpty() ? "" : ", ") + "*the house*" : "")
                + " | " + words(shown.needs()) + " | " + words(shown.conditions()) + " | "
                + words(List.copyOf(seen.events())) + " | "
                + seen.clocks().stream().filter(one -> !one.isEmpty()).collect(Collectors.joining("; or "))
                + " |\n";
    }

    private static String words(List<String> words) {
        return String.join(", ", words);
    }
}
