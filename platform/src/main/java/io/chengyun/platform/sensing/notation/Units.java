package io.chengyun.platform.sensing.notation;

import java.text.Normalizer;

/** Whether two writings mean one unit (单位): compatibility characters such as the two micro signs are one. */
public final class Units {

    private Units() {}

    /** Whether two writings mean one unit. */
    public static boolean same(String one, String other) {
        return one.equals(other) || plain(one).equals(plain(other));
    }

    private static String plain(String unit) {
        return Normalizer.normalize(unit.strip(), Normalizer.Form.NFKC);
    }
}
