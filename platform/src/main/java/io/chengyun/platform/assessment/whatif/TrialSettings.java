package io.chengyun.platform.assessment.whatif;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much a trial of a rule may ask for (试算设置); one runs at a time, beside everything else.
 *
 * @param rows most observations read
 * @param streams most streams
 * @param findings most findings told one by one; all are counted
 * @param buckets how many points the chart has
 * @param timeout after which a trial is given up, in the database or between its rows
 */
@ConfigurationProperties("chengyun.assessment.trial")
record TrialSettings(
        @DefaultValue("2000000") long rows,
        @DefaultValue("200") int streams,
        @DefaultValue("200") int findings,
        @DefaultValue("400") int buckets,
        @DefaultValue("PT30S") Duration timeout) {}
