package io.chengyun.platform.scenario;

import java.util.List;
import java.util.Optional;

/**
 * A class of cases (案件小类).
 *
 * @param code four digits, major and minor class of an event (GB/T 30428): 0506 is road flooding
 * @param standards when such a case may be filed, at least one
 * @param stages limits of the stages that are not handling
 * @param forCitizens whether citizens are offered to ask for it
 */
public record CaseClass(
        String code,
        String name,
        String nameEn,
        List<FilingStandard> standards,
        CasePolicy.StageLimits stages,
        boolean forCitizens) {

    public CaseClass {
        standards = List.copyOf(standards);
    }

    public Optional<FilingStandard> find(String standard) {
        return standards.stream().filter(known -> known.id().equals(standard)).findFirst();
    }

    /**
     * One condition under which a case is filed, and what follows from it (立案标准).
     *
     * @param id unique in the scenario, such as {@code 0506-1}
     * @param condition what must be found, in Chinese and English
     * @param handling limit for the handling
     * @param closing all that must be true before the case is closed (结案条件)
     */
    public record FilingStandard(
            String id, String condition, String conditionEn, TimeLimit handling, List<Closing> closing) {
        public FilingStandard {
            closing = List.copyOf(closing);
        }
    }

    /** One closing condition, and how many photographs must show it. */
    public record Closing(String condition, String conditionEn, int photos) {}
}
