package io.chengyun.platform.access.sight;

import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;

/** Who may know the name behind a staff id: as few as the work allows. */
final class ColleagueRules {

    private ColleagueRules() {}

    /**
     * One's own name and those of one's own organisation; all for who keeps the accounts; and for who weighs what others did, those
     * who work in the same town or for the whole district.
     */
    static boolean mayName(Caller reader, Caller person) {
        boolean own = reader.id().equals(person.id());
        boolean together = reader.organisation().equals(person.organisation());
        boolean keepsAccounts = reader.hasAny(Role.ADMINISTRATOR);
        return own || together || keepsAccounts || (reader.weighs() && meet(reader, person));
    }

    private static boolean meet(Caller reader, Caller person) {
        var town = person.town();
        return town == null || reader.mayEnter(town);
    }
}
