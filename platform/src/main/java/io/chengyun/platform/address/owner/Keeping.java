package io.chengyun.platform.address.owner;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who owns something and who keeps it up, from a day to a day.
 *
 * @param to the last day; null until further notice
 */
record Keeping(
        String owner,
        String maintainer,
        LocalDate from,
        @Nullable LocalDate to) {

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** Whether both hold on some day. */
    boolean meets(Keeping other) {
        boolean before = to != null && to.isBefore(other.from);
        boolean after = other.to != null && from.isAfter(other.to);
        return !before && !after;
    }
}
