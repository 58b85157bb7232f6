package io.chengyun.platform.sensing.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhenomenonTimeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2013-10-06T16:00:00Z",
                "2013-10-07T00:00:00+08:00",
                "2012-02-29T23:59:59.5-03:30",
                "2000-02-29T00:00:00.123456Z",
                "1969-12-31T23:59:59.999999Z",
                "2026-12-31T23:59:59.1234567+00:00"
            })
    void isTheSameTimeAsTheLibraryReads(String text) {
        var expected = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);

        assertThat(PhenomenonTime.instant(PhenomenonTime.parse(text))).isEqualTo(expected);
        assertThat(PhenomenonTime.micros(expected)).isEqualTo(PhenomenonTime.parse(text));
    }

    @Test
    void everyDayOfTheCalendarIsTheSameAsTheLibrarys() {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            var at = Instant.ofEpochSecond(random.nextLong(-2_000_000_000L, 5_000_000_000L));
            assertThat(PhenomenonTime.parse(at.toString())).isEqualTo(at.getEpochSecond() * 1_000_000);
        }
    }

    @Test
    void theOffsetMayBeWrittenWithoutColonOrMinutes() {
        long expected = PhenomenonTime.parse("2010-12-23T10:20:00-07:00");

        assertThat(PhenomenonTime.parse("2010-12-23T10:20:00-0700")).isEqualTo(expected);
        assertThat(PhenomenonTime.parse("2010-12-23T10:20:00-07")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2013-10-06",
                "2013-10-06T16:00:00",
                "2013-10-06 16:00:00Z",
                "2013-02-29T00:00:00Z",
                "2013-13-01T00:00:00Z",
                "2013-00-01T00:00:00Z",
                "2013-10-32T00:00:00Z",
                "2013-10-06T24:00:00Z",
                "2013-10-06T16:60:00Z",
                "2013-10-06T16:00:60Z",
                "2013-10-06T16:00:00.Z",
                "2013-10-06T16:00:00ZZ",
                "2013-10-06T16:00:00+8:00",
                "2013-10-06T16:00:00+19:00",
                "2013-10-06T16:00:00*08:00",
                "2013-10-06T16:00:00Z/2013-10-06T17:00:00Z",
                "２013-10-06T16:00:00Z",
                "2013-10-0xT16:00:00Z"
            })
    void whatIsNoTimeWithOffsetIsInvalid(String text) {
        assertThat(PhenomenonTime.parse(text)).isEqualTo(PhenomenonTime.INVALID);
    }
}
