package io.chengyun.platform.sensing.account;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Rows by source and code (计数). Not for two threads at once. */
public final class Tally {

    /** What came in all. */
    public static final String RECEIVED = "received";
    /** What is stored now; every other code is a reject's. */
    public static final String STORED = "stored";

    private final Map<String, Map<String, Long>> rows = new TreeMap<>();

    /** One number of it. */
    public record Cell(String source, String code, long rows) {}

    /** Adds rows; none at all leaves no trace. */
    public void add(String source, String code, long count) {
        if (count > 0) {
            rows.computeIfAbsent(source, fresh -> new TreeMap<>()).merge(code, count, Long::sum);
        }
    }

    /** Adds all of another. */
    public void add(Tally other) {
        other.cells().forEach(cell -> add(cell.source(), cell.code(), cell.rows()));
    }

    /** All numbers, by source and code. */
    public List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        rows.forEach((source, codes) -> codes.forEach((code, count) -> cells.add(new Cell(source, code, count))));
        return cells;
    }

    boolean knows(String source) {
        return rows.containsKey(source);
    }

    Set<String> sources() {
        return rows.keySet();
    }

    /** A source's rows by code. */
    public Map<String, Long> of(String source) {
        return Collections.unmodifiableMap(rows.getOrDefault(source, Map.of()));
    }
}
