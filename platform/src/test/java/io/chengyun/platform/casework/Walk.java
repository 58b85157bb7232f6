package io.chengyun.platform.casework;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Grade;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.address.owner.Site;
import io.chengyun.platform.casework.CaseFile.Matter;
import io.chengyun.platform.casework.CaseFile.Origin;
import io.chengyun.platform.casework.CaseFile.Source;
import io.chengyun.platform.casework.CaseFile.Spot;
import io.chengyun.platform.casework.CaseFile.Standard;
import io.chengyun.platform.casework.CaseFile.Work;
import io.chengyun.platform.casework.Rulebook.Procedure;
import io.chengyun.platform.casework.Turn.Actor;
import io.chengyun.platform.casework.Turn.Facts;
import io.chengyun.platform.casework.Turn.Found;
import io.chengyun.platform.casework.clock.Level;
import io.chengyun.platform.casework.clock.Limit;
import io.chengyun.platform.casework.clock.WorkCalendar;
import io.chengyun.platform.casework.errand.Errand;
import io.chengyun.platform.casework.service.ServiceTerms;
import io.chengyun.platform.scenario.CasePolicy.StageLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A case taken through its stages by the rules alone, minute by minute. */
@NullUnmarked
final class Walk {

    static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");
    static final String CLASS = "0506";
    static final String HELP = "D-HELP";
    static final String DESK = "T310112101";
    static final String DRAINAGE = "D-DRAINAGE";
    static final String ROADS = "D-ROADS";
    static final Standard TWO_HOURS = standard("s-2h", "2 urgent hours");
    static final Standard ONE_HOUR = standard("s-1h", "1 urgent hour");
    static final Procedure PROCEDURE = new Procedure(
            List.of(
                    new Procedure.Escalation(Level.GRID, Duration.ZERO),
                    new Procedure.Escalation(Level.TOWN, Duration.ofMinutes(30)),
                    new Procedure.Escalation(Level.DISTRICT, Duration.ofHours(2))),
            new Procedure.ByItself(Set.of(Source.WARNING), Set.of(Procedure.Step.values())),
            2,
            2,
            Duration.ofDays(365));
    static final Duration SHIFT_LEFT = Duration.ofMinutes(20);
    private static final StageLimits STAGES = new StageLimits(
            Duration.ofMinutes(30),
            Duration.ofMinutes(15),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofMinutes(15));
    static final ServiceTerms.Term TERMS =
            new ServiceTerms.Term(LocalDate.of(2000, 1, 1), "2 working days", Level.TOWN, 100, 50);
    private static final WorkCalendar CALENDAR = new WorkCalendar(
            ZoneId.of("Asia/Shanghai"),
            List.of(new WorkCalendar.Session(LocalTime.of(8, 0), LocalTime.of(18, 0))),
            Set.of(),
            Set.of());

    final CaseRules rules = new CaseRules(CALENDAR, PROCEDURE);
    final DeadlineRules deadlines = deadlines(new ServiceTerms(List.of(TERMS)));
    final List<CaseEvent> events = new ArrayList<>();
    Instant now = NINE;
    private boolean night;
    private @Nullable Transition lastWay;

    Walk() {
        this(Source.PATROL);
    }

    Walk(Source source) {
        this(source, null);
    }

    Walk(Source source, @Nullable Instant promisedAt) {
        var spot = new Spot(new AreaCode("310112101"), new AreaCode("310112101G01"), 121.4, 31.1, Site.NOWHERE);
        var matter = new Matter(CLASS, "积水", "Flood", "", spot, Grade.YELLOW);
        var turn = new Turn(Actor.house(DESK), Given.nothing(), facts(), now);
        events.add(rules.report(
                "c-1", new Origin(source, null, request(source), "gridworker", now, promisedAt), matter, turn));
    }

    /** What the passing of time does where these terms hold. */
    static DeadlineRules deadlines(ServiceTerms terms) {
        return new DeadlineRules(CALENDAR, PROCEDURE, terms);
    }

    /** Every other case is one that a citizen asked for. */
    static Walk ofNumber(int number) {
        return new Walk(number % 2 == 0 ? Source.PATROL : Source.CITIZEN);
    }

    /** Citizens ask from outside. */
    private static @Nullable String request(Source source) {
        return source == Source.CITIZEN ? "r-1" : null;
    }

    private static Standard standard(String code, String limit) {
        return new Standard(code, "x", Duration.ofMinutes(75), Limit.of(limit), List.of("x"), 2);
    }

    private static Facts facts() {
        return new Facts(DESK, STAGES, List.of(TWO_HOURS, ONE_HOUR), Found.NOTHING, TERMS);
    }

    /** The way that was taken last, or tried; null before the first. */
    @Nullable
    Transition lastWay() {
        return lastWay;
    }

    CaseFile file() {
        return events.get(events.size() - 1).now();
    }

    Walk after(Duration time) {
        now = now.plus(time);
        return this;
    }

    Walk minutes(int minutes) {
        return after(Duration.ofMinutes(minutes));
    }

    /** Anybody of that role who may act for every organisation. */
    static Actor actor(Role role) {
        return new Actor(role.name(), "D310112", Set.of(role), Set.of(DESK, DRAINAGE, ROADS, HELP, "D310112"));
    }

    Turn turn() {
        return new Turn(Actor.house(DESK), Given.nothing(), facts(), now);
    }

    Walk act(CaseAction action, Role role, Given given) {
        return act(action, actor(role), given);
    }

    Walk act(CaseAction action, Role role) {
        return act(action, actor(role), Given.nothing());
    }

    Walk act(CaseAction action, Actor actor, Given given) {
        var way = rules.choose(file(), action, actor, now);
        lastWay = way;
        var to = given.named().organisation() == null ? DRAINAGE : given.named().organisation();
        var found = action.asksToLook() ? Found.of(errand()) : Found.NOTHING;
        var facts = facts().with(action.dispatches() ? Found.of(new Work("k-" + events.size(), to, false)) : found);
        events.addAll(rules.take(file(), way, new Turn(actor, given, facts, now)));
        return this;
    }

    /** Whoever is asked to look has so long of the shift left. */
    private Errand errand() {
        var person = night ? null : "inspector-" + events.size();
        return new Errand(person, null, null, null, night ? null : now.plus(SHIFT_LEFT), night ? 0 : 2, null);
    }

    /** From now on nobody is on shift who may look at it. */
    Walk atNight() {
        night = true;
        return this;
    }

    Walk filed() {
        return act(CaseAction.ACCEPT, Role.ACCEPTOR)
                .act(CaseAction.FILE, Role.ACCEPTOR, Given.standard(TWO_HOURS.code()))
                .act(CaseAction.HAND_OVER, Actor.house(DESK), Given.nothing());
    }

    Walk dispatched() {
        return filed().act(CaseAction.DISPATCH, Role.DISPATCHER);
    }

    Walk handling() {
        return dispatched().act(CaseAction.SIGN, Role.HANDLER);
    }

    Walk handedIn() {
        return handling().act(CaseAction.SUBMIT, Role.HANDLER, done("a", "b"));
    }

    Walk inspected() {
        return handedIn().act(CaseAction.CONFIRM, Role.DISPATCHER).act(CaseAction.INSPECT_PASS, Role.INSPECTOR);
    }

    static Given done(String... photos) {
        return Given.note("done").showing(List.of(photos));
    }

    static Given to(String organisation) {
        return Given.nothing().to(organisation);
    }

    static Given ground() {
        return Given.note("not ours").on("duty list, row 3");
    }

    static Given until(Instant until) {
        return Given.note("frost").until(until);
    }

    Duration left() {
        var clock = Objects.requireNonNull(file().clocks().holder());
        return Duration.between(now, clock.dueAt());
    }
}
