package io.chengyun.platform.scenario;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A class of cases (案件小类).
 *
 * @param code major and minor class, four digits (GB/T 30428): 0506 is road flooding; with a P before them of a part: P0101 is
 *     a water cover
 * @param standards when such a case may be filed, at least one
 * @param stages limits of the stages that are not handling
 */
public record CaseClass(
        String code,
        String name,
        String nameEn,
        List<FilingStandard> standards,
        CasePolicy.StageLimits stages,
        Offer offer) {

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

    /**
     * How people come upon the class when they choose one (服务说明).
     *
     * @param forCitizens whether citizens are offered to ask for it
     * @param group what it stands under; null for nothing
     * @param keywords words under which people look for it, Chinese and English; may be none
     */
    public record Offer(boolean forCitizens, @Nullable Group group, List<String> keywords) {
        public Offer {
            keywords = List.copyOf(keywords);
        }
    }

    /**
     * A major class (大类), under which classes are shown together.
     *
     * @param code what the codes of its classes begin with, such as {@code 05} or {@code P01}
     */
    public record Group(String code, String name, String nameEn) {}

    /** One closing condition, and how many photographs must show it. */
    public record Closing(String condition, String conditionEn, int photos) {}
}
