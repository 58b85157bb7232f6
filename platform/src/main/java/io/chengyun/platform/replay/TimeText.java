package io.chengyun.platform.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Times as offices and spreadsheets write them (时间写法): with an offset or in the district's time, or a day only. */
final class TimeText {

    private static final int NANOS = 9;

    /** {@code +08:00} or {@code Z}, {@code +0800}, {@code +08}. */
    private static final String OFFSETS = IntStream.of(3, 2, 1)
            .mapToObj(letters -> "[" + "X".repeat(letters) + "]")
            .collect(Collectors.joining());

    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .appendPattern("uuuu['-']['/']M['-']['/']d[[' ']['T']H:mm[:ss")
            .optionalStart()
            .appendFraction(java.time.temporal.ChronoField.NANO_OF_SECOND, 1, NANOS, true)
            .optionalEnd()
            .appendPattern("][' ']" + OFFSETS + "]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private final ZoneId zone;

    TimeText(ZoneId zone) {
        this.zone = zone;
    }

    /** The moment; a day only is its first. */
    Instant first(String text) {
        return read(text, LocalTime.MIN);
    }

    /** The moment; a day only is its last second, because what is to be done by a day may be done on it. */
    Instant last(String text) {
        return read(text, LocalTime.MAX.truncatedTo(ChronoUnit.SECONDS));
    }

    /** To the thousandth, the finest by which a case's deadline is told. */
    private Instant read(String text, LocalTime ofDay) {
        var read = FORM.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        return moment(read, ofDay).truncatedTo(ChronoUnit.MILLIS);
    }

    private Instant moment(TemporalAccessor read, LocalTime ofDay) {
        if (read instanceof OffsetDateTime at) {
            return at.toInstant();
        }
        if (read instanceof LocalDateTime at) {
            return at.atZone(zone).toInstant();
        }
        if (read instanceof LocalDate day) {
            return day.atTime(ofDay).atZone(zone).toInstant();
        }
        throw new DateTimeException("no time: " + read);
    }
}
