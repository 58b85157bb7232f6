package io.chengyun.platform.sensing.sensorthings.search;

import io.chengyun.platform.sensing.sensorthings.search.Value.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The functions of the standard, and no others (函数表); the geospatial ones are {@link GeoFunction}. */
final class Functions {

    private static final Map<String, Function> ALL = new LinkedHashMap<>();

    /** What a function needs and gives, and its SQL. */
    record Function(List<Type> needs, Type gives, String sql) {}

    static {
        add("substringof", Type.TRUTH, "(position({0} in {1}) > 0)", Type.TEXT, Type.TEXT);
        add("contains", Type.TRUTH, "(position({1} in {0}) > 0)", Type.TEXT, Type.TEXT);
        add("startswith", Type.TRUTH, "starts_with({0}, {1})", Type.TEXT, Type.TEXT);
        add("endswith", Type.TRUTH, "(right({0}, length({1})) = {1})", Type.TEXT, Type.TEXT);
        add("length", Type.NUMBER, "length({0})::float8", Type.TEXT);
        add("indexof", Type.NUMBER, "(position({1} in {0}) - 1)::float8", Type.TEXT, Type.TEXT);
        add("substring", Type.TEXT, "substr({0}, {1}::integer + 1)", Type.TEXT, Type.NUMBER);
        add("substring", Type.TEXT, "substr({0}, {1}::integer + 1, {2}::integer)", Type.TEXT, Type.NUMBER, Type.NUMBER);
        add("tolower", Type.TEXT, "lower({0})", Type.TEXT);
        add("toupper", Type.TEXT, "upper({0})", Type.TEXT);
        add("trim", Type.TEXT, "btrim({0})", Type.TEXT);
        add("concat", Type.TEXT, "({0} || {1})", Type.TEXT, Type.TEXT);
        for (var part : List.of("year", "month", "day", "hour", "minute")) {
            add(part, Type.NUMBER, "extract(" + part + " from {0} at time zone 'UTC')::float8", Type.INSTANT);
        }
        add("second", Type.NUMBER, "floor(extract(second from {0} at time zone 'UTC'))::float8", Type.INSTANT);
        add(
                "fractionalseconds",
                Type.NUMBER,
                "mod(extract(second from {0} at time zone 'UTC'), 1)::float8",
                Type.INSTANT);
        add("date", Type.DATE, "({0} at time zone 'UTC')::date", Type.INSTANT);
        add("time", Type.TIME, "({0} at time zone 'UTC')::time", Type.INSTANT);
        // Times are kept in UTC: the offset in which they were sent is not.
        add("totaloffsetminutes", Type.NUMBER, "(case when {0} is not null then 0 end)::float8", Type.INSTANT);
        add("mindatetime", Type.INSTANT, "timestamptz '-infinity'");
        add("maxdatetime", Type.INSTANT, "timestamptz 'infinity'");
        add("round", Type.NUMBER, "round({0}::numeric)::float8", Type.NUMBER);
        add("floor", Type.NUMBER, "floor({0})", Type.NUMBER);
        add("ceiling", Type.NUMBER, "ceil({0})", Type.NUMBER);
    }

    private Functions() {}

    private static void add(String name, Type gives, String sql, Type... needs) {
        ALL.put(name + "/" + needs.length, new Function(List.of(needs), gives, sql));
    }

    static Optional<Function> find(String name, int given) {
        return Optional.ofNullable(ALL.get(name + "/" + given));
    }

    /** The names, each with how many values it takes. */
    static List<String> names() {
        return new ArrayList<>(ALL.keySet());
    }
}
