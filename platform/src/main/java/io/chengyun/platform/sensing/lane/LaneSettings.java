package io.chengyun.platform.sensing.lane;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one source may bring, and when it is kept out for a time (通道设置).
 *
 * @param rowsPerSecond rows a second that one source may bring in the long run
 * @param burst rows that it may bring at once after a pause
 * @param rates rows a second of single sources or doors instead: {@code rates[mqtt:gauge-01]=50}, {@code rates[mqtt:*]=5000}
 * @param badShare share of bad rows, duplicates not counted, from which a source is kept out
 * @param badRows rows in a window below which nobody is kept out
 * @param badWindow time over which the share is taken
 * @param keptOut how long a source is kept out, unless a person lets it in earlier
 * @param maxSources most sources told apart; what comes beyond is counted as its door's others
 */
@ConfigurationProperties("chengyun.sensing.lane")
public record LaneSettings(
        @DefaultValue("200000") int rowsPerSecond,
        @DefaultValue("1000000") int burst,
        @DefaultValue Map<String, Integer> rates,
        @DefaultValue("0.5") double badShare,
        @DefaultValue("1000") int badRows,
        @DefaultValue("PT1M") Duration badWindow,
        @DefaultValue("PT10M") Duration keptOut,
        @DefaultValue("10000") int maxSources) {

    /** Rows a second that this source may bring in the long run: its own, its door's, or everybody's. */
    int rateOf(String source) {
        var own = rates.get(source);
        if (own != null) {
            return own;
        }
        return rates.getOrDefault(source.substring(0, source.indexOf(':') + 1) + "*", rowsPerSecond);
    }

    /** Rows that it may bring at once; where its rate is its own, in the same proportion. */
    double burstOf(String source) {
        return (double) burst * rateOf(source) / rowsPerSecond;
    }
}
