package io.chengyun.platform.assessment.whatif;

import io.chengyun.rules.Finding;
import io.chengyun.rules.Limit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a draft would have said (试算结果).
 *
 * @param about what was read
 * @param draft what the draft said
 * @param active what the version in force said of the same observations; null when there is none
 * @param findings of the draft, oldest first of each stream; not more than the settings allow
 * @param chart of the stream of which the draft said most
 * @param limits the draft's, for the chart of values; none if they are limits of something else, as of a sum
 */
record TrialResult(Read about, Said draft, @Nullable Said active, List<One> findings, Chart chart, List<Limit> limits) {

    /** How much was read; {@code unjudged} streams report too seldom for the rule. */
    record Read(String sentence, String sentenceEn, int streams, int unjudged, long observations) {}

    /**
     * What a version said.
     *
     * @param counts findings by grade, and by EASED and UNKNOWN
     * @param perDay alarms by the district's day; days without one are left out
     * @param perWeek alarms a week over the period
     */
    record Said(int version, Map<String, Integer> counts, List<Day> perDay, double perWeek) {}

    record Day(LocalDate on, int alarms) {}

    record One(long stream, String name, Finding finding) {}

    /** Least and greatest value of each stretch of time that has one. */
    record Chart(long stream, String name, String unit, List<Bucket> buckets) {}

    /** A stretch of the chart, named by its first moment in milliseconds since 1970. */
    record Bucket(long at, double least, double greatest) {}
}
