package io.chengyun.platform.evaluation.report;

/** A colour of the print (墨色), each part from 0 to 1. */
record Ink(float red, float green, float blue) {

    static final Ink BLACK = new Ink(0.08f, 0.14f, 0.17f);
    static final Ink MUTED = new Ink(0.32f, 0.38f, 0.42f);
    static final Ink LINE = new Ink(0.80f, 0.84f, 0.86f);
    static final Ink WASH = new Ink(0.88f, 0.94f, 0.95f);
    static final Ink TEAL = new Ink(0.05f, 0.36f, 0.42f);
    static final Ink PLUM = new Ink(0.55f, 0.14f, 0.35f);
}
