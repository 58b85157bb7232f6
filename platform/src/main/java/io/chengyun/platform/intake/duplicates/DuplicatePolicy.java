package io.chengyun.platform.intake.duplicates;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * What the district takes for a duplicate (查重规定), from a day on.
 *
 * @param from the first day it holds
 * @param usual for classes that {@code classes} does not name
 * @param weights what each thing that is known adds to the odds
 */
record DuplicatePolicy(LocalDate from, Reach usual, List<ClassReach> classes, Weights weights) {

    DuplicatePolicy {
        classes = List.copyOf(classes);
    }

    /** The reach for requests of this class. */
    Reach reach(String service) {
        return classes.stream()
                .filter(one -> one.classes().contains(service))
                .map(ClassReach::reach)
                .findFirst()
                .orElse(usual);
    }

    /**
     * How far apart two may be, and what is done about them (查重范围).
     *
     * @param window the time after which the same may have come up anew
     * @param metres how far apart two points may be
     * @param suggest the score from which a person is shown it
     * @param merge the score from which the house merges by itself
     */
    record Reach(Duration window, double metres, double suggest, double merge) {}

    /** The reach of some classes. */
    record ClassReach(List<String> classes, Reach reach) {
        ClassReach {
            classes = List.copyOf(classes);
        }
    }

    /**
     * Logarithms of odds, added up (权重).
     *
     * @param age by how long ago it was last asked; between two of them in proportion, beyond the last as there
     * @param asked times the logarithm of how many asked before
     */
    record Weights(List<Knot> age, Place place, Relation relation, double asked, Meaning meaning) {
        Weights {
            age = List.copyOf(age);
        }

        double age(double part) {
            var before = age.get(0);
            for (var knot : age) {
                if (part < knot.part()) {
                    double way = (part - before.part()) / (knot.part() - before.part());
                    return part <= before.part()
                            ? before.weight()
                            : before.weight() + way * (knot.weight() - before.weight());
                }
                before = knot;
            }
            return before.weight();
        }

        /** Beyond so many windows nothing is looked for. */
        double farthest() {
            return age.get(age.size() - 1).part();
        }
    }

    /** The weight at an age, in windows. */
    record Knot(double part, double weight) {}

    /**
     * By where they are.
     *
     * @param near at the same point, while an address is missing; {@code edge} where they are as far apart as may be
     * @param otherDoor two addresses that are near each other and not the same
     */
    record Place(double sameAddress, double near, double edge, double otherDoor) {}

    /**
     * By their classes.
     *
     * @param kindred two classes under one major class
     * @param unsorted two classes of which at least one stands under no major class
     */
    record Relation(double same, double kindred, double unsorted) {}

    /**
     * By what the words of both mean, where both are Chinese.
     *
     * @param weight times how much the likeness is above {@code middle}
     */
    record Meaning(double weight, double middle) {}
}
