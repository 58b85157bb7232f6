package io.chengyun.platform.exchange;

/** To whom a data set may be given at all (共享类型). */
public enum Sharing {
    /** 无条件共享: to every organisation, its general fields. */
    UNCONDITIONAL,
    /** 有条件共享: to whom its owner grants a purpose. */
    CONDITIONAL,
    /** 不予共享: to nobody but its owner. */
    NONE
}
