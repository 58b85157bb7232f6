package io.chengyun.platform.sensing.retention;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How fine a series is (粒度). */
enum Resolution {
    /** 逐条: single observations, as they were stored. */
    RAW,
    /** 小时. */
    HOUR,
    /** 日: the city's. */
    DAY;

    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
