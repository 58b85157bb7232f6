package io.chengyun.platform.casework.clock;

/** How time counts (计时方式): always, or only while offices are open. */
public enum Pace {
    /** 紧急: nights, weekends and holidays count. */
    CONTINUOUS,
    /** 工作时间: only the sessions of working days count. */
    WORKING
}
