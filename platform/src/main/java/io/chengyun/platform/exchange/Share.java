package io.chengyun.platform.exchange;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What its owner grants to an organisation (共享授权).
 *
 * @param set the data set's code
 * @param purpose the only one that it is given for
 * @param grade of the fields that are given at most
 * @param until the last day
 * @param by staff id
 * @param revokedAt null while it stands
 */
public record Share(
        String id,
        String set,
        String organisation,
        String purpose,
        DataGrade grade,
        LocalDate until,
        String by,
        @Nullable Instant revokedAt) {

    boolean isFor(String who, String what) {
        return revokedAt == null && organisation.equals(who) && purpose.equals(what);
    }

    boolean holdsOn(LocalDate day) {
        return revokedAt == null && !day.isAfter(until);
    }

    Share revoked(Instant at) {
        return new Share(id, set, organisation, purpose, grade, until, by, at);
    }
}
