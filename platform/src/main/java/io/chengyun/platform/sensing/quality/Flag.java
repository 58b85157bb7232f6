package io.chengyun.platform.sensing.quality;

import io.chengyun.kernel.Malformed;
import java.util.Arrays;
import java.util.Locale;

/** What may be wrong with an observation (质量标记); it stays stored all the same. */
public enum Flag {
    /** 超出常见范围: believable, but unusual here. */
    OUT_OF_RANGE,
    /** 时钟偏差: the device's clock is ahead or behind, again and again. */
    CLOCK_SKEW,
    /** 迟到: it came so late that no rule heard of it. */
    LATE,
    /** 卡值: it repeats itself. */
    STUCK,
    /** 尖峰: it jumped and came back. */
    SPIKE,
    /** 漂移: it goes away from its neighbours. */
    DRIFT,
    /** 维护中: somebody works on the device. */
    MAINTENANCE;

    /** As it is written in tables and answers, such as {@code out_of_range}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The flag of this code. */
    public static Flag of(String code) {
        return Arrays.stream(values())
                .filter(flag -> flag.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Malformed(
                        "flag",
                        "'" + code + "' must be one of "
                                + Arrays.stream(values()).map(Flag::code).toList()));
    }
}
