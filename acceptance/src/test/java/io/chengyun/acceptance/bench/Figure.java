package io.chengyun.acceptance.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One measured number beside a number that says what it is worth.
 *
 * @param bench its name, such as {@code place.resolve}
 * @param reference what the same machine does without us, or the limit we promised, in the same unit
 */
public record Figure(String bench, double value, String unit, Reference reference, String note) {

    /** A number to compare with, and what it is. */
    public record Reference(String name, double value) {}

    Map<String, Object> line() {
        var line = new LinkedHashMap<String, Object>();
        line.put("bench", bench);
        line.put("value", rounded(value));
        line.put("unit", unit);
        var beside = new LinkedHashMap<String, Object>();
        beside.put("name", reference.name());
        beside.put("value", rounded(reference.value()));
        line.put("reference", beside);
        line.put("ratio", rounded(value / reference.value()));
        line.put("note", note);
        return line;
    }

    private static double rounded(double number) {
        return Math.abs(number) >= 100 ? Math.rint(number) : Math.rint(number * 100) / 100;
    }
}
