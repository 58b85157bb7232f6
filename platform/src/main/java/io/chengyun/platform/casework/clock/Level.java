package io.chengyun.platform.casework.clock;

/** Who is told that a limit passed (升级层级), the lowest first. */
public enum Level {
    /** 网格. */
    GRID,
    /** 街镇. */
    TOWN,
    /** 区. */
    DISTRICT
}
