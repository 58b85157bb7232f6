package io.chengyun.platform.intake.triage;

import java.util.List;

/**
 * The class that is proposed for a text (分类提议).
 *
 * @param label empty where the text says nothing
 * @param confidence 0 to 1: how likely it is right; 0 where the text says nothing
 * @param precedents the nearest texts that were settled, nearest first
 */
public record Proposal(String label, double confidence, List<Precedent> precedents) {

    /** For a text that says nothing. */
    public static final Proposal NONE = new Proposal("", 0, List.of());

    public Proposal {
        precedents = List.copyOf(precedents);
    }

    /** Whether a person must decide, at this least confidence. */
    public boolean asksAPerson(double floor) {
        return label.isEmpty() || confidence < floor;
    }

    /**
     * A settled text that is like this one (先例).
     *
     * @param likeness the cosine of both meanings: 1 for the same words
     */
    public record Precedent(String id, String label, double likeness) {}
}
