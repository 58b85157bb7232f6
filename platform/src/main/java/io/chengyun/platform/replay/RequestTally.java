package io.chengyun.platform.replay;

import io.chengyun.kernel.Malformed;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of the requests (诉求计数): received + refused, and those behind the end are not counted. */
final class RequestTally {

    /** So many are shown to a person at once; all stand in the summary. */
    private static final int SHOWN = 20;

    private final Map<String, Long> refused = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private long received;
    private long outside;
    private long unplaced;
    private int classesMade;

    /**
     * The counts as the summary shows them.
     *
     * @param refused rows, by the field that is wrong or the code of the refusal
     * @param outside points outside the district, booked under its centre
     * @param unplaced without a point and an address that the district knows, booked at its centre
     * @param classesMade service codes that no installed scenario knows
     * @param problems each refused row and what is wrong with it
     */
    record Counts(
            long received,
            Map<String, Long> refused,
            long outside,
            long unplaced,
            int classesMade,
            List<String> problems) {}

    void torn(String what) {
        refuse("row", what);
    }

    void refuse(int row, Malformed wrong) {
        refuse(wrong.field(), "row " + row + ": " + wrong.getMessage());
    }

    void refuse(String by, String what) {
        refused.merge(by, 1L, Long::sum);
        problems.add(what);
    }

    void received() {
        received++;
    }

    void outside() {
        outside++;
    }

    void unplaced() {
        unplaced++;
    }

    void made(int classes) {
        classesMade = classes;
    }

    void show(PrintStream errors) {
        problems.stream().limit(SHOWN).forEach(errors::println);
        if (problems.size() > SHOWN) {
            errors.println("and " + (problems.size() - SHOWN) + " more, in the summary");
        }
    }

    Counts counts() {
        return new Counts(received, new TreeMap<>(refused), outside, unplaced, classesMade, List.copyOf(problems));
    }
}
