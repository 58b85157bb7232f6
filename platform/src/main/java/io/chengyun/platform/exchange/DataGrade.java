package io.chengyun.platform.exchange;

/** How much harm would be done if data got out (数据分级), the least first: GB/T 43697-2024. */
public enum DataGrade {
    /** 一般. */
    GENERAL,
    /** 重要. */
    IMPORTANT,
    /** 核心. */
    CORE;

    boolean isAbove(DataGrade other) {
        return compareTo(other) > 0;
    }

    DataGrade atMost(DataGrade other) {
        return isAbove(other) ? other : this;
    }
}
