package io.chengyun.platform.access.sight;

import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the staff as another may see them (同事): the post always, the name only where it has to be known.
 *
 * @param roles what the person is there for
 * @param organisation code of the organisation the person works for
 * @param name null where the reader sees the post only
 */
record Colleague(
        String id,
        List<Role> roles,
        String organisation,
        @Nullable String name,
        @Nullable String nameEn) {

    static Colleague seenBy(Caller reader, Caller person) {
        boolean named = ColleagueRules.mayName(reader, person);
        return new Colleague(
                person.id(),
                person.roles().stream().sorted().toList(),
                person.organisation(),
                named ? person.name() : null,
                named ? person.nameEn() : null);
    }
}
