package io.chengyun.rules;

import java.util.Locale;

/** What is wrong with an observation, though its value is believable (质量标记). */
public enum Flag {
    /** 卡滞: the value does not move though the world does. */
    STUCK,
    /** 毛刺: far off for a moment, then back. */
    SPIKE,
    /** 漂移: moves away from what its neighbours say. */
    DRIFT,
    /** 超量程: outside what the device can measure. */
    RANGE,
    /** 时钟偏差: the device's clock goes wrong. */
    SKEW;

    /** How a rule file spells it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
