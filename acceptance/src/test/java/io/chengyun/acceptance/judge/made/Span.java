package io.chengyun.acceptance.judge.made;

/** A labelled stretch of a series (标注区间), by its first and last row. */
public record Span(int first, int last) {

    int width() {
        return last - first + 1;
    }
}
