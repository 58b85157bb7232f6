package io.chengyun.kernel;

/** How grave a danger is (等级), in China's four colours; the order is from mild to grave. */
public enum Grade {
    /** 蓝色, level IV. */
    BLUE,
    /** 黄色, level III. */
    YELLOW,
    /** 橙色, level II. */
    ORANGE,
    /** 红色, level I. */
    RED;

    public boolean graverThan(Grade other) {
        return compareTo(other) > 0;
    }
}
