package io.chengyun.platform.exchange;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import java.time.LocalDate;
import java.util.List;

/** Decides who may do what with a data set (共享规则). Values in, a grade or a refusal out: no clock, store or framework. */
final class ExchangeRules {

    private ExchangeRules() {}

    /** Whether somebody keeps it for its owner, and so may take versions in and grant shares. */
    static boolean keeps(DataSet set, Caller caller) {
        return caller.organisation().equals(set.owner()) && caller.hasAny(Role.DATA_STEWARD);
    }

    /** Whether somebody may see who used it. */
    static boolean oversees(DataSet set, Caller caller) {
        return caller.organisation().equals(set.owner()) && caller.hasAny(Role.DATA_STEWARD, Role.COMMANDER);
    }

    /**
     * Up to which grade an organisation is given fields for a purpose.
     *
     * @param shares all of this data set
     * @throws Refused where it is given nothing
     */
    static DataGrade ceiling(DataSet set, List<Share> shares, String organisation, String purpose, LocalDate today) {
        if (organisation.equals(set.owner())) {
            return DataGrade.CORE;
        }
        var theirs = shares.stream()
                .filter(share -> share.isFor(organisation, purpose))
                .toList();
        var standing = theirs.stream()
                .filter(share -> share.holdsOn(today))
                .map(Share::grade)
                .max(DataGrade::compareTo);
        return switch (set.terms().sharing()) {
            case NONE -> throw new Refused(ExchangeRefusal.NOT_SHARED);
            case UNCONDITIONAL -> standing.orElse(DataGrade.GENERAL);
            case CONDITIONAL ->
                standing.orElseThrow(
                        () -> new Refused(theirs.isEmpty() ? ExchangeRefusal.NOT_SHARED : ExchangeRefusal.EXPIRED));
        };
    }

    /**
     * The columns of a table that are given up to a grade. A column that the catalogue no longer describes counts as core.
     *
     * @throws Refused where none is left
     */
    static List<String> given(DataSet set, List<String> columns, DataGrade ceiling) {
        var left = columns.stream()
                .filter(column -> !grade(set, column).isAbove(ceiling))
                .toList();
        if (left.isEmpty()) {
            throw new Refused(ExchangeRefusal.GRADE_ABOVE);
        }
        return left;
    }

    private static DataGrade grade(DataSet set, String column) {
        return set.fields().stream()
                .filter(field -> field.name().equals(column))
                .map(DataSet.Field::grade)
                .findFirst()
                .orElse(DataGrade.CORE);
    }
}
