package io.chengyun.platform.replay;

import io.chengyun.kernel.Malformed;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the replay command was asked to do.
 *
 * @param observations file of {@code thing,property,time,value}, plain or gzip
 * @param things file of {@code thing,name,lon,lat,property,unit}; null when every thing stands at the centre
 * @param actors whether staff act by themselves
 * @param until virtual time at which it ends; null runs on until nothing is due any more, at most a week
 * @param out file that gets one line for each journal event
 * @param summary file that gets the counts
 */
record ReplayOptions(
        String district,
        String scenario,
        Path observations,
        @Nullable Path things,
        boolean actors,
        @Nullable Instant until,
        Path out,
        Path summary) {

    static final String USAGE = """
            usage: ./chengyun replay --observations FILE.csv[.gz] --out events.jsonl --summary summary.json
                     [--district minhang] [--scenario flood] [--things FILE.csv] [--actors auto|none] [--until TIME]
              FILE.csv      thing,property,time,value   (ISO 8601 with offset; empty or NA = missing)
              --things      thing,name,lon,lat,property,unit   (a thing not listed stands at the district's centre)
              --actors      auto: staff sign, handle, inspect and close after the delays of the district package
              --until       ISO 8601 with offset""";

    private static final Set<String> KNOWN = Set.of(
            "--district", "--scenario", "--observations", "--things", "--actors", "--until", "--out", "--summary");

    static ReplayOptions parse(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            var name = arguments.get(i);
            if (!KNOWN.contains(name)) {
                throw new Malformed(name, "no such option\n" + USAGE);
            }
            if (i + 1 == arguments.size()) {
                throw new Malformed(name, "needs a value\n" + USAGE);
            }
            given.put(name, arguments.get(i + 1));
        }
        var things = given.get("--things");
        return new ReplayOptions(
                given.getOrDefault("--district", "minhang"),
                given.getOrDefault("--scenario", "flood"),
                Path.of(required(given, "--observations")),
                things == null ? null : Path.of(things),
                actors(given.getOrDefault("--actors", "auto")),
                until(given.get("--until")),
                Path.of(required(given, "--out")),
                Path.of(required(given, "--summary")));
    }

    private static String required(Map<String, String> given, String name) {
        var value = given.get(name);
        if (value == null) {
            throw new Malformed(name, "is missing\n" + USAGE);
        }
        return value;
    }

    private static boolean actors(String value) {
        return switch (value) {
            case "auto" -> true;
            case "none" -> false;
            default -> throw new Malformed("--actors", "'" + value + "' is neither auto nor none");
        };
    }

    private static @Nullable Instant until(@Nullable String value) {
        try {
            return value == null ? null : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw new Malformed("--until", "'" + value + "' is no ISO 8601 time with offset");
        }
    }
}
