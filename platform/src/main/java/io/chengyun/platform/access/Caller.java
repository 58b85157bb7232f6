package io.chengyun.platform.access;

import io.chengyun.kernel.AreaCode;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the staff who calls on the house (来访者), as controllers get it: as a method argument.
 *
 * @param id staff id, the only thing about a person that logs and events may hold
 * @param organisation code of the organisation the person works for
 * @param town the only town whose matters the person may see; null for the whole district
 */
public record Caller(
        String id,
        String name,
        String nameEn,
        Set<Role> roles,
        String organisation,
        @Nullable AreaCode town) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Whether the person may see what happens in this area; false for another town's. */
    public boolean mayEnter(AreaCode area) {
        return town == null || (area.value().length() >= 9 && town.equals(area.town()));
    }

    /** Whether the person weighs what others did, and so must know who did it. */
    public boolean weighs() {
        return hasAny(Role.COMMANDER, Role.ACCEPTOR, Role.INSPECTOR);
    }

    /** Whether the person has at least one of these roles. */
    public boolean hasAny(Role... wanted) {
        return Arrays.stream(wanted).anyMatch(roles::contains);
    }
}
