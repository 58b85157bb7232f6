package io.chengyun.platform.language;

/** Turns a text into numbers (编码): texts that mean the same lie close together. Any thread may ask. */
public interface Encoder {

    /** A vector of length 1, or of zeros for a blank text; all texts have as many numbers. */
    float[] encode(String text);
}
