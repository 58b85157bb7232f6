package io.chengyun.platform.casework;

import io.chengyun.kernel.Grade;
import io.chengyun.platform.address.owner.Site;
import io.chengyun.platform.casework.CaseFile.Matter;
import io.chengyun.platform.casework.CaseFile.Origin;
import io.chengyun.platform.casework.CaseFile.Source;
import io.chengyun.platform.casework.CaseFile.Spot;
import io.chengyun.platform.casework.CaseFile.Standard;
import io.chengyun.platform.casework.Turn.Actor;
import io.chengyun.platform.casework.Turn.Facts;
import io.chengyun.platform.journal.Follower;
import io.chengyun.platform.place.Area;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.scenario.CasePolicy.OnWarning;
import io.chengyun.platform.scenario.Scenarios;
import io.chengyun.platform.warning.Warning;
import io.chengyun.platform.warning.WarningEvent;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Hears warnings (听预警): the first that the scenario maps files a case, later ones regrade it or are noted on it. */
@Component
class WarningFollower implements Follower<WarningEvent> {

    private final CaseStore store;
    private final CaseDesk desk;
    private final Rulebook rulebook;
    private final Reader reader;

    WarningFollower(CaseStore store, CaseDesk desk, Rulebook rulebook, Reader reader) {
        this.store = store;
        this.desk = desk;
        this.rulebook = rulebook;
        this.reader = reader;
    }

    @Override
    public String name() {
        return "casework.warnings";
    }

    @Override
    public Class<WarningEvent> hears() {
        return WarningEvent.class;
    }

    @Override
    public void on(long number, WarningEvent event) {
        var warning = event.now();
        var standing = store.lockByWarning(warning.id());
        if (standing.isPresent()) {
            follow(standing.get(), warning);
        } else if (warning.state() == Warning.State.STANDING) {
            file(warning);
        }
    }

    /** 自动立案: no case twice for one warning, no case without a filing standard. */
    private void file(Warning warning) {
        reader.draft(warning).ifPresent(draft -> {
            var matter = draft.matter();
            var house = Actor.house(draft.desk());
            var origin = new Origin(Source.WARNING, warning.id(), null, Actor.HOUSE, desk.now());
            var file = desk.open(origin, matter, house);
            desk.act(file, CaseAction.FILE, Given.standard(draft.standard()), house);
        });
    }

    private void follow(CaseFile file, Warning warning) {
        var turn = desk.turn(file.matter(), Actor.house(file.holder().organisation()), Given.nothing());
        if (warning.state() == Warning.State.LIFTED) {
            rulebook.cases().lift(file, turn).ifPresent(desk::keep);
            return;
        }
        reader.standard(warning, turn.facts())
                .flatMap(standard -> rulebook.cases().regrade(file, warning.grade(), standard, turn))
                .ifPresent(desk::keep);
    }

    /** Reads out of a warning what case it files (预警立案), by the scenario's mapping. */
    @Component
    static class Reader {

        private final Scenarios scenarios;
        private final Places places;
        private final FactFinder finder;

        Reader(Scenarios scenarios, Places places, FactFinder finder) {
            this.scenarios = scenarios;
            this.places = places;
            this.finder = finder;
        }

        /** A case about to be filed: by which standard, and whose desk it passes over. */
        record Draft(Matter matter, String standard, String desk) {}

        /** What the warning files; empty if its danger and grade file nothing. */
        Optional<Draft> draft(Warning warning) {
            return mapping(warning).map(mapping -> {
                var matter = matter(warning, mapping);
                var desk = finder.facts(mapping.caseClass(), warning.identity().town())
                        .desk();
                return new Draft(matter, mapping.standard(), desk);
            });
        }

        /** The standard that the warning's grade asks for now, if it is one of the case's class. */
        Optional<Standard> standard(Warning warning, Facts facts) {
            return mapping(warning)
                    .flatMap(mapping -> facts.standards().stream()
                            .filter(standard -> standard.code().equals(mapping.standard()))
                            .findFirst());
        }

        private Optional<OnWarning> mapping(Warning warning) {
            return scenarios
                    .find(warning.identity().scenario())
                    .flatMap(scenario ->
                            scenario.casework().onWarning(warning.identity().danger(), warning.grade()));
        }

        private Matter matter(Warning warning, OnWarning mapping) {
            var gravest = gravest(warning);
            var source = gravest.source();
            var town = warning.identity().town();
            var area = places.findArea(town, places.today());
            var title = filled(
                    mapping.title(),
                    area.map(Area::name).orElse(town.value()),
                    warning.label().name(),
                    colour(warning.grade()),
                    gravest.measure().sentence());
            var titleEn = filled(
                    mapping.titleEn(),
                    area.map(Area::nameEn).orElse(town.value()),
                    warning.label().nameEn(),
                    warning.grade().name().toLowerCase(Locale.ROOT),
                    gravest.measure().sentenceEn());
            var spot = new Spot(town, source.grid(), source.lon(), source.lat(), Site.NOWHERE);
            return finder.sited(new Matter(
                    mapping.caseClass(), title, titleEn, gravest.measure().sentence(), spot, warning.grade()));
        }

        /** The voice of the gravest grade, the first of equals. */
        private static Warning.Voice gravest(Warning warning) {
            return warning.voices().stream()
                    .filter(voice -> voice.grade() != null)
                    .max(Comparator.comparing(
                            (Warning.Voice voice) -> Objects.requireNonNullElse(voice.grade(), Grade.BLUE)))
                    .orElseGet(() -> warning.voices().get(0));
        }

        private static String colour(Grade grade) {
            return switch (grade) {
                case BLUE -> "蓝色";
                case YELLOW -> "黄色";
                case ORANGE -> "橙色";
                case RED -> "红色";
            };
        }

        private static String filled(String title, String town, String danger, String grade, String sentence) {
            return title.replace("{town}", town)
                    .replace("{danger}", danger)
                    .replace("{grade}", grade)
                    .replace("{sentence}", sentence);
        }
    }
}
