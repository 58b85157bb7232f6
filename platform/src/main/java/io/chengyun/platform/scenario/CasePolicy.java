package io.chengyun.platform.scenario;

import io.chengyun.kernel.Grade;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which cases a scenario knows and which warnings file one (案件规定). */
public record CasePolicy(List<CaseClass> classes, List<OnWarning> onWarning) {

    /** Of a package that only flags observations. */
    static final CasePolicy NONE = new CasePolicy(List.of(), List.of());

    public CasePolicy {
        classes = List.copyOf(classes);
        onWarning = List.copyOf(onWarning);
    }

    public Optional<CaseClass> find(String code) {
        return classes.stream().filter(known -> known.code().equals(code)).findFirst();
    }

    /** What a warning of this danger and grade files, if anything. */
    public Optional<OnWarning> onWarning(String danger, Grade grade) {
        return onWarning.stream()
                .filter(mapping ->
                        mapping.danger().equals(danger) && !mapping.from().graverThan(grade))
                .findFirst();
    }

    /**
     * A warning that files a case by itself (预警立案).
     *
     * @param from mildest grade that files
     * @param caseClass code of the class, and {@code standard} the filing standard in it that is met
     * @param title Chinese title; {@code {town}}, {@code {danger}}, {@code {grade}} and {@code {sentence}} are filled in
     */
    public record OnWarning(
            String danger, Grade from, String caseClass, String standard, String title, String titleEn) {}

    /** Limits of the stages that are not handling (阶段时限), continuous time. */
    public record StageLimits(Duration verify, Duration file, Duration dispatch, Duration inspect, Duration close) {}
}
