package io.chengyun.platform.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times as offices and spreadsheets write them. */
class TimeTextTest {

    private final TimeText times = new TimeText(ZoneId.of("Asia/Shanghai"));

    @ParameterizedTest
    @CsvSource({
        "2013-09-13T17:00:00+08:00, 2013-09-13T09:00:00Z",
        "2013-09-13T09:00:00Z, 2013-09-13T09:00:00Z",
        "2013-09-13T05:00:00-0400, 2013-09-13T09:00:00Z",
        "2013-09-13 17:00:00 +08:00, 2013-09-13T09:00:00Z",
        "2013-09-13 17:00:00.123456, 2013-09-13T09:00:00.123Z",
        "2013-09-13 17:00, 2013-09-13T09:00:00Z",
        "2013/9/13 7:05, 2013-09-12T23:05:00Z",
    })
    void momentsAreRead(String text, Instant at) {
        assertThat(times.first(text)).isEqualTo(at);
        assertThat(times.last(text)).isEqualTo(at);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2013-09-13", "2013/9/13"})
    void dayBeginsWithItsFirstSecondAndEndsWithItsLast(String day) {
        assertThat(times.first(day)).isEqualTo("2013-09-12T16:00:00Z");
        assertThat(times.last(day)).isEqualTo("2013-09-13T15:59:59Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2013-02-30", "2013-09-13 24:00", "09/13/2013", "2013-09-13T17", "tomorrow", "20130913"})
    void whatIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> times.first(text)).isInstanceOf(DateTimeException.class);
    }
}
