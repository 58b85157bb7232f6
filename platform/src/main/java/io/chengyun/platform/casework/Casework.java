package io.chengyun.platform.casework;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Access;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.CaseEvent.Act;
import io.chengyun.platform.casework.CaseFile.Matter;
import io.chengyun.platform.casework.CaseFile.Origin;
import io.chengyun.platform.casework.Given.Named;
import io.chengyun.platform.casework.Turn.Actor;
import io.chengyun.platform.casework.evidence.Evidence;
import io.chengyun.platform.casework.evidence.Exhibit;
import io.chengyun.platform.casework.evidence.Said;
import io.chengyun.platform.place.Position;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Front door of casework (案件): people report, look and act; each sees the cases of the own town, or of all if not bound
 * to one. Another town's case is answered as absent, and the try is noted.
 */
@Service
public class Casework {

    private final CaseStore store;
    private final Evidence evidence;
    private final CaseDesk desk;
    private final FactFinder finder;
    private final Access access;

    Casework(CaseStore store, Evidence evidence, CaseDesk desk, FactFinder finder, Access access) {
        this.store = store;
        this.evidence = evidence;
        this.desk = desk;
        this.finder = finder;
        this.access = access;
    }

    /** What somebody may do with a case now, and what has to be given with it. */
    public record Choice(String action, List<String> needs) {
        public Choice {
            needs = List.copyOf(needs);
        }
    }

    /**
     * One way that a case can go (流转), as people are shown it.
     *
     * @param action its word
     * @param roles who may take it; the house besides where {@code house} says so
     * @param to null where the case stays in the state it is in
     * @param needs fields of the action's body that must be given
     * @param conditions what must be true beside state and role
     */
    public record Way(
            String action,
            List<CaseState> from,
            @Nullable CaseState to,
            List<Role> roles,
            boolean house,
            List<String> needs,
            List<String> conditions) {}

    /** Every way that a case can go, in the order of the list of transitions. */
    public static List<Way> ways() {
        return CaseTransitions.ALL.stream().map(Transition::shown).toList();
    }

    /**
     * What somebody reports (上报).
     *
     * @param promisedAt by when it was promised to be done; null where the standard decides
     * @param asset code of the part that it is about; null where the nearest of its class is
     * @param exact whether the position is where it is, and not the middle of some area
     */
    public record Report(
            String caseClass,
            String title,
            String description,
            Position position,
            CaseFile.Source source,
            @Nullable Instant promisedAt,
            @Nullable String asset,
            boolean exact) {

        /** Where nothing was promised, at a place that is known. */
        public Report(String caseClass, String title, String description, Position position, CaseFile.Source source) {
            this(caseClass, title, description, position, source, null, null, true);
        }
    }

    /** The case, whoever asks: for the house's own modules. */
    public Optional<CaseFile> find(String id) {
        return store.find(id);
    }

    /** The cases, whoever asks: for the house's own modules. */
    public List<CaseFile> list(Query query) {
        return store.list(query);
    }

    /** The case, if the caller may see it. */
    @Transactional
    public CaseFile get(String id, Caller caller) {
        return entered(store.find(id).orElseThrow(Casework::absent), "read", caller);
    }

    /** The case, if the caller may see it, for this transaction alone until it ends. */
    @Transactional
    public CaseFile lock(String id, Caller caller) {
        return entered(store.lock(id).orElseThrow(Casework::absent), "lock", caller);
    }

    /** Whether the caller works for the organisation, or for one above it. */
    public boolean actsFor(Caller caller, String organisation) {
        return finder.actor(caller).offices().contains(organisation);
    }

    /** The cases that the caller may see. */
    public List<CaseFile> list(Query query, Caller caller) {
        return store.list(scoped(query, caller));
    }

    /** How many cases there are that the caller may see. */
    public long count(Query query, Caller caller) {
        return store.count(scoped(query, caller));
    }

    /** Everything that happened to the case, in order. */
    public List<Line> timeline(CaseFile file) {
        return store.timeline(file.id());
    }

    /** What the caller may do with the case now. */
    public List<Choice> choices(CaseFile file, Caller caller) {
        return desk.allowed(file, finder.actor(caller)).stream()
                .map(way -> new Choice(
                        way.action().word(),
                        way.needs().stream().map(Given.Need::field).toList()))
                .distinct()
                .toList();
    }

    /** Opens a case of what somebody asked from outside; once, however often it is told. */
    @Transactional
    public CaseFile open(Report report, String request) {
        var matter = finder.matter(report);
        return store.findByRequest(request)
                .orElseGet(() -> opened(
                        new Origin(report.source(), null, request, Actor.HOUSE, desk.now(), report.promisedAt()),
                        matter));
    }

    /** 抹除: the case of a request, and what was split off from it, forget in which words it was asked for. */
    @Transactional
    public void erase(String request, Act act) {
        store.findByRequest(request).ifPresent(file -> desk.erase(file.id(), act));
    }

    /** What a control area allows is answered at once, with the permit on which it rests. */
    private CaseFile opened(Origin origin, Matter matter) {
        var house = finder.house(matter);
        var file = desk.open(origin, matter, house);
        return finder.controlled(matter)
                .map(area -> Given.note("管控区域 " + area.name() + "：" + area.ground()))
                .map(given -> desk.act(file, CaseAction.REJECT, given, house))
                .orElse(file);
    }

    /** Whether there is such an organisation today. */
    public boolean knowsOrganisation(String code) {
        return finder.knows(code);
    }

    /** Takes in what somebody reports; refuses a place outside the caller's town. */
    public CaseFile report(Report report, Caller caller) {
        return report(report, null, caller);
    }

    /**
     * The same, once for each name that its sender gave it, however often it is sent.
     *
     * @param key the sender's own name for the report; null where it is not named
     */
    public CaseFile report(Report report, @Nullable String key, Caller caller) {
        return key == null
                ? store.take(null, () -> open(report, caller))
                : store.takeAlone(() -> once(caller.id(), key, () -> open(report, caller)));
    }

    /** Opens a case of what the house itself found; once for the key. */
    @Transactional
    public CaseFile openOnce(String key, Report report) {
        var origin = new Origin(report.source(), null, null, Actor.HOUSE, desk.now(), report.promisedAt());
        return once(Actor.HOUSE, key, () -> opened(origin, finder.matter(report)));
    }

    private CaseFile once(String sender, String key, Supplier<CaseFile> open) {
        var sent = new CaseStore.Sent(sender, key);
        store.lockSent(sent);
        return store.findSent(sent).orElseGet(() -> {
            var file = open.get();
            store.saveSent(sent, file.id());
            return file;
        });
    }

    private CaseFile open(Report report, Caller caller) {
        var matter = finder.matter(report);
        if (!caller.mayEnter(matter.spot().town())) {
            throw new Refused(CaseRefusal.OTHER_TOWN);
        }
        if (finder.controlled(matter).isPresent()) {
            throw new Refused(CaseRefusal.CONTROLLED);
        }
        var actor = finder.actor(caller);
        return desk.open(
                new Origin(report.source(), null, null, caller.id(), desk.now(), report.promisedAt()), matter, actor);
    }

    /**
     * Does something with a case.
     *
     * @param action word of the action, such as {@code sign}
     * @throws Refused {@code casework:changed-meanwhile} if a person acted since the version given,
     *     {@code casework:not-allowed-now} with what is allowed
     */
    public CaseFile act(String id, String action, Given given, Caller caller) {
        var wanted = CaseAction.of(action);
        Supplier<CaseFile> step = () -> acted(id, wanted, given, caller);
        return wanted.ties() ? store.takeTied(step) : store.take(id, step);
    }

    private CaseFile acted(String id, CaseAction wanted, Given given, Caller caller) {
        var file = entered(store.lock(id).orElseThrow(Casework::absent), wanted.word(), caller);
        requireVisible(given, caller);
        var version = given.version();
        if (version != null && overtaken(file, version)) {
            throw new Refused(CaseRefusal.CHANGED_MEANWHILE);
        }
        if (!evidence.hasPhotos(id, given.photos())) {
            throw new Refused(CaseRefusal.NO_SUCH_EVIDENCE);
        }
        var actor = finder.actor(caller);
        return wanted == CaseAction.SPLIT ? desk.split(file, given, actor) : desk.act(file, wanted, given, actor);
    }

    /**
     * 自动并案: the house merges a case into another, because it asks for the same.
     *
     * @param note why, for the timeline
     * @throws Refused if either is not where it can be merged
     */
    @Transactional
    public CaseFile merge(String id, String into, String note) {
        store.lockTies();
        var file = store.lock(id).orElseThrow(Casework::absent);
        var named = new Named(null, null, null, null, into);
        var house = Actor.house(file.holder().organisation());
        return desk.act(file, CaseAction.MERGE, Given.note(note).naming(named), house);
    }

    /** Open cases of these classes, whose limits may have been changed. */
    public List<String> openOf(List<String> classes) {
        return store.listOpen(classes);
    }

    /** 时限调整: counts the case's clocks by what holds today, by itself; both versions stay on record. */
    public void relimit(String id) {
        desk.relimit(id);
    }

    private void requireVisible(Given given, Caller caller) {
        var into = given.named().into();
        if (into != null
                && store.find(into)
                        .filter(target -> caller.mayEnter(target.matter().spot().town()))
                        .isEmpty()) {
            throw new Refused(CaseRefusal.NO_SUCH_TARGET);
        }
    }

    /** Whether a person acted since; what the house notes by itself, such as another grade, is no reason to begin anew. */
    private boolean overtaken(CaseFile file, long version) {
        long newest = file.revision().number();
        return version > newest
                || (version < newest
                        && timeline(file).stream()
                                .anyMatch(line ->
                                        line.number() > version && !line.by().equals(Actor.HOUSE)));
    }

    /** Keeps a photo for a case as evidence, taken there and then; what it shows is not said. */
    public String attach(String id, byte[] bytes, Position position, Instant takenAt, Caller caller) {
        return attach(id, bytes, new Said(position, takenAt, null), caller);
    }

    /** Keeps an image, or a sound where {@code said} calls it a voice, for a case as evidence; gives its SHA-256. */
    public String attach(String id, byte[] bytes, Said said, Caller caller) {
        var spot = entered(store.find(id).orElseThrow(Casework::absent), "attach", caller)
                .matter()
                .spot();
        return evidence.take(id, new Position(spot.lon(), spot.lat()), bytes, said, caller.id());
    }

    /** The evidence of a case that the caller may see. */
    public List<Exhibit> listEvidence(String id, Caller caller) {
        return evidence.list(get(id, caller).id());
    }

    private CaseFile entered(CaseFile file, String what, Caller caller) {
        if (!caller.mayEnter(file.matter().spot().town())) {
            access.denied(caller, what, file.id());
            throw absent();
        }
        return file;
    }

    private static Refused absent() {
        return new Refused(CaseRefusal.ABSENT);
    }

    private static Query scoped(Query query, Caller caller) {
        var own = caller.town();
        return own == null ? query : new Query(query.state(), own, query.open(), query.limit());
    }

    /**
     * Which cases somebody wants to see (查询), the newest first.
     *
     * @param state only these; null for all
     * @param town only this town's; null for all
     * @param open only those that have not ended
     * @param limit at most so many, 1 to 1,000
     */
    public record Query(@Nullable CaseState state, @Nullable AreaCode town, boolean open, int limit) {

        private static final int MOST = 1_000;

        public Query {
            limit = Math.max(1, Math.min(limit, MOST));
        }

        /** Every case. */
        public static Query all() {
            return new Query(null, null, false, MOST);
        }

        /** Every case that has not ended. */
        public static Query openOnes() {
            return new Query(null, null, true, MOST);
        }

        Map<String, @Nullable Object> parameters() {
            var parameters = new HashMap<String, @Nullable Object>();
            parameters.put("state", state == null ? null : state.name());
            parameters.put("town", town == null ? null : town.value());
            parameters.put("open", open);
            return parameters;
        }
    }

    /**
     * One line of a case's history (办理过程), never changed once written.
     *
     * @param number counted within the case, from 1
     * @param type the event, such as {@code casework.Signed}
     * @param by staff id, or {@code house}
     * @param evidence ids of photos given with it
     */
    public record Line(
            long number,
            Instant at,
            String type,
            String by,
            String organisation,
            @Nullable String note,
            @Nullable String legalGround,
            List<String> evidence) {

        public Line {
            evidence = List.copyOf(evidence);
        }

        static Line of(long number, Instant at, String type, Act act) {
            return new Line(
                    number, at, type, act.by(), act.organisation(), act.note(), act.legalGround(), act.evidence());
        }
    }
}
