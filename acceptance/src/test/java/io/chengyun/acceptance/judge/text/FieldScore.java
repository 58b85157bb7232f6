package io.chengyun.acceptance.judge.text;

import java.util.ArrayList;
import java.util.List;

/** How well the values of a field are found (要素得分): right ones, ones that there are, ones that were said. */
final class FieldScore {

    private int right;
    private int there;
    private int said;

    /** Counts one text; a value that is there twice must be said twice. */
    void add(List<String> known, List<String> found) {
        var left = new ArrayList<>(known);
        right += (int) found.stream().filter(left::remove).count();
        there += known.size();
        said += found.size();
    }

    void add(FieldScore other) {
        right += other.right;
        there += other.there;
        said += other.said;
    }

    int there() {
        return there;
    }

    /** The harmonic mean of precision and recall. */
    double f1() {
        return there + said == 0 ? 0 : 2.0 * right / (there + said);
    }
}
