package io.chengyun.platform.sensing.sensorthings.query;

import java.util.Locale;

/** What stands between two sides (运算符), loosest first. */
public enum Operator {
    OR(1, Family.LOGIC, "or"),
    AND(2, Family.LOGIC, "and"),
    EQ(4, Family.COMPARISON, "="),
    NE(4, Family.COMPARISON, "<>"),
    GT(5, Family.COMPARISON, ">"),
    GE(5, Family.COMPARISON, ">="),
    LT(5, Family.COMPARISON, "<"),
    LE(5, Family.COMPARISON, "<="),
    ADD(6, Family.ARITHMETIC, "+"),
    SUB(6, Family.ARITHMETIC, "-"),
    MUL(7, Family.ARITHMETIC, "*"),
    DIV(7, Family.ARITHMETIC, "/"),
    MOD(7, Family.ARITHMETIC, "%");

    /** How tightly {@code not} binds: looser than a comparison would surprise, so it takes what stands next to it. */
    static final int LOOSEST = 1;

    private final int tightness;
    private final Family family;
    private final String sign;

    /** What is made of what. */
    public enum Family {
        LOGIC,
        COMPARISON,
        ARITHMETIC
    }

    Operator(int tightness, Family family, String sign) {
        this.tightness = tightness;
        this.family = family;
        this.sign = sign;
    }

    int tightness() {
        return tightness;
    }

    public Family family() {
        return family;
    }

    /** As mathematics and SQL write it. */
    public String sign() {
        return sign;
    }

    /** As the standard writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
