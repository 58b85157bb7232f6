package io.chengyun.platform.casework;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.address.owner.Owners;
import io.chengyun.platform.address.owner.Site;
import io.chengyun.platform.casework.CaseFile.Matter;
import io.chengyun.platform.casework.CaseFile.Spot;
import io.chengyun.platform.casework.CaseFile.Standard;
import io.chengyun.platform.casework.Casework.Report;
import io.chengyun.platform.casework.Turn.Actor;
import io.chengyun.platform.casework.Turn.Facts;
import io.chengyun.platform.casework.Turn.Found;
import io.chengyun.platform.casework.clock.Limit;
import io.chengyun.platform.casework.control.ControlArea;
import io.chengyun.platform.casework.control.ControlAreas;
import io.chengyun.platform.casework.errand.Errand;
import io.chengyun.platform.casework.errand.Errands;
import io.chengyun.platform.casework.errand.Target;
import io.chengyun.platform.casework.service.ServiceTerms;
import io.chengyun.platform.place.Organisation;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.scenario.CaseClass;
import io.chengyun.platform.scenario.CaseClass.Closing;
import io.chengyun.platform.scenario.CaseClass.FilingStandard;
import io.chengyun.platform.scenario.CasePolicy.StageLimits;
import io.chengyun.platform.scenario.Scenarios;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks up what the rules of casework need to know (查依据): standards and limits of today, and whose desk a town's is. */
@Component
class FactFinder {

    private static final String TOWN_CENTRE = "town_centre";
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_DESCRIPTION = 4_000;

    private final Scenarios scenarios;
    private final Places places;
    private final Ground ground;
    private final Errands errands;
    private final ServiceTerms terms;
    private volatile Rules rules = new Rules(-1);

    FactFinder(Scenarios scenarios, Places places, Ground ground, Errands errands, ServiceTerms terms) {
        this.scenarios = scenarios;
        this.places = places;
        this.ground = ground;
        this.errands = errands;
        this.terms = terms;
    }

    /** What holds of a place besides where it lies (地面情况): what is allowed there, and whose it is. */
    @Component
    record Ground(ControlAreas controls, Owners owners) {}

    /** The control area (管控区域) that allows this matter there now, if one does. */
    Optional<ControlArea> controlled(Matter matter) {
        var spot = matter.spot();
        return ground.controls.find(matter.caseClass(), new Position(spot.lon(), spot.lat()));
    }

    /** Whether there is such an organisation today. */
    boolean knows(String organisation) {
        return places.findOrganisation(organisation, places.today()).isPresent();
    }

    /** What holds today for cases of this class in this town. */
    Facts facts(String caseClass, AreaCode town) {
        long edition = scenarios.edition();
        var now = rules;
        if (now.edition != edition) {
            now = new Rules(edition);
            rules = now;
        }
        var rule = now.byClass.computeIfAbsent(caseClass, this::rule);
        return new Facts(desk(town), rule.stages(), rule.standards(), Found.NOTHING, terms.on(places.today()));
    }

    /** What the scenarios of one edition rule, of each class that was asked for. */
    private static final class Rules {

        private final long edition;
        private final Map<String, Rule> byClass = new ConcurrentHashMap<>();

        Rules(long edition) {
            this.edition = edition;
        }
    }

    private record Rule(StageLimits stages, List<Standard> standards) {}

    private Rule rule(String caseClass) {
        var known = caseClass(caseClass);
        var standards = known.standards().stream()
                .map(standard -> standard(standard, known.stages()))
                .toList();
        return new Rule(known.stages(), standards);
    }

    /** The caller as somebody who acts on cases. */
    Actor actor(Caller caller) {
        return new Actor(caller.id(), caller.organisation(), caller.roles(), offices(caller));
    }

    /** The caller's organisation and all below it today: for whom its people may act. */
    private Set<String> offices(Caller caller) {
        return places.withAllBelow(caller.organisation(), places.today());
    }

    /** The house, acting for the desk that has a matter first. */
    Actor house(Matter matter) {
        return Actor.house(desk(matter.spot().town()));
    }

    /** What a report is about, placed on the map; refuses a point outside the district. */
    Matter matter(Report report) {
        var title = title(report.title());
        var blank = report.description().isBlank();
        var description = blank ? "" : text("description", report.description(), LONGEST_DESCRIPTION);
        if (report.source() == CaseFile.Source.WARNING) {
            throw new Malformed("source", "WARNING is for what the house reports itself");
        }
        return new Matter(report.caseClass(), title, title, description, spot(report), null);
    }

    /** What a case may be called. */
    static String title(String text) {
        return text("title", text, LONGEST_TITLE);
    }

    private Spot spot(Report report) {
        var point = report.position();
        var placement = places.get(point, places.today());
        return new Spot(placement.town(), placement.grid(), point.lon(), point.lat(), site(report));
    }

    /** At which road and part it stands; of what is somewhere in a town or committee nobody can say. */
    private @Nullable Site site(Report report) {
        var asset = report.asset();
        if (asset != null) {
            requireAsset(asset);
        }
        if (!report.exact()) {
            return asset == null ? null : new Site(null, null, asset);
        }
        var found = ground.owners.site(report.caseClass(), report.position(), places.today());
        return asset == null ? found : new Site(found.road(), found.number(), asset);
    }

    /** The site of a matter that is about the part of this code; null where none is named. */
    @Nullable
    Site siteAt(Matter matter, @Nullable String asset) {
        if (asset == null) {
            return null;
        }
        requireAsset(asset);
        var before = matter.spot().site();
        return before == null ? new Site(null, null, asset) : new Site(before.road(), before.number(), asset);
    }

    private void requireAsset(String code) {
        if (ground.owners.findAsset(code, places.today()).isEmpty()) {
            throw new Refused(CaseRefusal.NO_SUCH_ASSET);
        }
    }

    /** The matter at the road where it stands, and at the nearest part of its class. */
    Matter sited(Matter matter) {
        var spot = matter.spot();
        return spot.site() == null
                ? matter
                : matter.at(
                        ground.owners.site(matter.caseClass(), new Position(spot.lon(), spot.lat()), places.today()));
    }

    /** Who goes to look at a case: not who asked first, nor who handled it, and before it is filed not who reported it. */
    Errand errand(CaseFile file, Actor actor) {
        var spot = file.matter().spot();
        var standing = file.course().errand();
        var asker = standing == null ? actor.id() : standing.askedBy();
        var persons = new HashSet<>(file.course().handlers());
        Optional.ofNullable(asker).ifPresent(persons::add);
        if (file.course().standard() == null) {
            persons.add(file.origin().by());
        }
        var organisations = new HashSet<String>();
        Optional.ofNullable(file.course().work()).ifPresent(work -> organisations.add(work.organisation()));
        Optional.ofNullable(file.course().ties().joint())
                .ifPresent(joint -> joint.parts().forEach(part -> organisations.add(part.organisation())));
        return errands.find(new Target(spot.town(), new Position(spot.lon(), spot.lat()), persons, organisations))
                .askedBy(asker);
    }

    private CaseClass caseClass(String code) {
        return scenarios.list().stream()
                .flatMap(scenario -> scenario.casework().find(code).stream())
                .findFirst()
                .orElseThrow(() -> new Refused(CaseRefusal.NO_SUCH_CLASS, classes()));
    }

    private List<String> classes() {
        return scenarios.list().stream()
                .flatMap(scenario -> scenario.casework().classes().stream())
                .map(CaseClass::code)
                .distinct()
                .toList();
    }

    /** The town's operations centre; the district's where a town has none. */
    private String desk(AreaCode town) {
        var all = places.listOrganisations(places.today());
        return all.stream()
                .filter(one -> one.kind().equals(TOWN_CENTRE) && one.area().equals(town))
                .findFirst()
                .or(() -> all.stream().filter(one -> one.parent() == null).findFirst())
                .map(Organisation::code)
                .orElseThrow(() -> new IllegalStateException("the district has no organisation at all"));
    }

    private static Standard standard(FilingStandard from, StageLimits stages) {
        var desks = Stream.of(stages.file(), stages.dispatch(), stages.inspect(), stages.close())
                .reduce(Duration.ZERO, Duration::plus);
        int photos = from.closing().stream().mapToInt(Closing::photos).max().orElse(1);
        var closing = from.closing().stream().map(Closing::condition).toList();
        var limit = Limit.of(from.handling().toString());
        return new Standard(from.id(), from.condition(), desks, limit, closing, Math.max(1, photos));
    }

    private static String text(String field, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new Malformed(field, "write 1 to " + longest + " characters");
        }
        return text.strip();
    }
}
