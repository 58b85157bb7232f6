package io.chengyun.platform.sensing.table;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long observations are kept, and as what (保存期限). Days of a stream are kept for ever.
 *
 * @param rawMonths whole months (UTC) before the running one of which single observations are kept; older ones are
 *     rejected, and their month is dropped. 37 is more than the horizon of three years: nothing that is taken is dropped
 *     before a city decides so
 * @param hourlyYears whole years (UTC) before the running one of which hours are kept; must be longer than
 *     {@code rawMonths}, because days are made of hours
 * @param every how far hours and days may be behind what is stored
 * @param rows stored rows after which they are brought up to date earlier
 * @param rawSpan longest time that a series shows as single observations
 */
@ConfigurationProperties("chengyun.sensing.retention")
public record RetentionSettings(
        @DefaultValue("37") int rawMonths,
        @DefaultValue("10") int hourlyYears,
        @DefaultValue("PT10M") Duration every,
        @DefaultValue("2000000") long rows,
        @DefaultValue("P3D") Duration rawSpan) {

    private static final int MONTHS_A_YEAR = 12;

    public RetentionSettings {
        if (rawMonths < 1) {
            throw new IllegalArgumentException("chengyun.sensing.retention.raw-months must be at least 1");
        }
        if (hourlyYears * MONTHS_A_YEAR <= rawMonths) {
            throw new IllegalArgumentException(
                    "chengyun.sensing.retention.hourly-years must be longer than raw-months: " + hourlyYears
                            + " years are not longer than " + rawMonths + " months");
        }
    }

    /** From when on single observations are kept. */
    public Instant rawSince(Instant now) {
        return start(day(now).withDayOfMonth(1).minusMonths(rawMonths));
    }

    /** From when on hours are kept. */
    public Instant hourlySince(Instant now) {
        return start(day(now).withDayOfYear(1).minusYears(hourlyYears));
    }

    /** When single observations of another month may go. */
    public static Instant nextMonth(Instant now) {
        return start(day(now).withDayOfMonth(1).plus(1, ChronoUnit.MONTHS));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
