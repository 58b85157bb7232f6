package io.chengyun.platform.casework.errand;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.place.Position;
import java.util.Set;

/**
 * What somebody is sought to look at (核查对象).
 *
 * @param persons staff ids of those who may not look at it: who reported or handled it
 * @param organisations codes of those whose people may not: who handled it or helped
 */
public record Target(AreaCode town, Position position, Set<String> persons, Set<String> organisations) {

    public Target {
        persons = Set.copyOf(persons);
        organisations = Set.copyOf(organisations);
    }

    boolean isFor(Caller person) {
        return person.mayEnter(town)
                && !persons.contains(person.id())
                && !organisations.contains(person.organisation());
    }
}
