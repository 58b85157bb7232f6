package io.chengyun.platform.address.tagging;

/**
 * A marked part of a text (标注片段).
 *
 * @param from first character
 * @param to behind the last one
 * @param certainty 0 to 1: how sure the tagger is of this part; 1 where a person marked it
 */
public record Span(String label, int from, int to, double certainty) {

    /** A part that a person marked. */
    public static Span of(String label, int from, int to) {
        return new Span(label, from, to, 1);
    }

    /** Its words. */
    public String in(String text) {
        return text.substring(from, to);
    }
}
