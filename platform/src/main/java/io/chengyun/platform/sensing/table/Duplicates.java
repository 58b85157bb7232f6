package io.chengyun.platform.sensing.table;

import io.chengyun.kernel.Malformed;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What becomes of another observation of the same stream and time (重复策略). */
public enum Duplicates {
    /** 保留首条: the one that came first stands, the other is rejected. */
    FIRST,
    /** 以后者为准: the later one stands in its place, as a correction: rules judge the stream anew. */
    LAST,
    /** 全部保留: the later one stands too, at the next microsecond that is free. */
    BOTH;

    /** Under which of its properties a stream says so. */
    public static final String PROPERTY = "duplicates";

    /** The policy that a stream names, the house's where it names none of them. */
    public static Duplicates of(@Nullable String named, Duplicates house) {
        for (var one : values()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(named)) {
                return one;
            }
        }
        return house;
    }

    /** Refuses a name that is no policy's. */
    public static void check(@Nullable String named) {
        if (named != null && !named.equals(of(named, FIRST).name().toLowerCase(Locale.ROOT))) {
            throw new Malformed("properties/" + PROPERTY, "must be first, last or both");
        }
    }
}
