package io.chengyun.platform.intake.advice;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.content.PackageFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * How the district wants to be advised (受理建议规定), from a day on: its file {@code triage.yml}.
 *
 * @param from the first day it holds
 * @param floor a class that is less likely right is not proposed
 * @param learning what is learnt from, and when
 * @param keywords how often a class that keywords point to is right, before anybody knows better
 * @param urgent words that say that it cannot wait
 */
record AdvicePolicy(LocalDate from, double floor, Learning learning, Keywords keywords, List<String> urgent) {

    AdvicePolicy {
        urgent = List.copyOf(urgent);
        if (floor <= 0 || floor > 1 || keywords.of() < 1 || keywords.right() > keywords.of()) {
            throw new Malformed("triage.yml", "floor must lie above 0 and not above 1, and right not above of");
        }
    }

    /**
     * What is learnt from.
     *
     * @param fewest texts; below it nothing is learnt
     * @param most texts, the newest
     * @param at time of day
     */
    record Learning(int fewest, int most, LocalTime at) {}

    /** Taken as if so many of so many had been right. */
    record Keywords(int right, int of) {}

    static List<AdvicePolicy> read(Path folder) {
        return PackageFile.readList(folder.resolve("triage.yml"), AdvicePolicy.class, "intake:triage-unreadable");
    }

    static List<AdvicePolicy> read(String yaml) {
        return PackageFile.parseList("triage.yml", yaml, AdvicePolicy.class);
    }

    /** The one that holds on a day; before the first day, the first. */
    static AdvicePolicy on(List<AdvicePolicy> all, LocalDate day) {
        return PackageFile.onDay("triage.yml", all, AdvicePolicy::from, day);
    }
}
