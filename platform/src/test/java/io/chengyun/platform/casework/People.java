package io.chengyun.platform.casework;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import java.util.Locale;
import java.util.Set;

/** Staff for tests: district wide, or of one town. */
final class People {

    static final String TOWN = "310112101";

    /** A grid worker who reports. */
    static final Caller CHENG = of(Role.INSPECTOR);

    private People() {}

    static Caller of(Role role) {
        return new Caller(id(role), role.name(), role.name(), Set.of(role), "D310112", null);
    }

    static Caller of(Role role, String town) {
        return new Caller(
                id(role) + "-" + town, role.name(), role.name(), Set.of(role), "T" + town, new AreaCode(town));
    }

    private static String id(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
