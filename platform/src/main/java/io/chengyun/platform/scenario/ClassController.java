package io.chengyun.platform.scenario;

import io.chengyun.platform.scenario.CaseClass.FilingStandard;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the classes of cases and their filing standards by name (案件分类接口). */
@RestController
class ClassController {

    private final Scenarios scenarios;

    ClassController(Scenarios scenarios) {
        this.scenarios = scenarios;
    }

    /** A class as people choose and read it. */
    record ClassCard(String code, String name, String nameEn, List<StandardCard> standards) {

        static ClassCard of(CaseClass known) {
            return new ClassCard(
                    known.code(),
                    known.name(),
                    known.nameEn(),
                    known.standards().stream().map(StandardCard::of).toList());
        }
    }

    /** A filing standard, by what must be found. */
    record StandardCard(String id, String condition, String conditionEn) {

        static StandardCard of(FilingStandard standard) {
            return new StandardCard(standard.id(), standard.condition(), standard.conditionEn());
        }
    }

    @GetMapping("/api/classes")
    List<ClassCard> classes() {
        return scenarios.listClasses().stream().map(ClassCard::of).toList();
    }
}
