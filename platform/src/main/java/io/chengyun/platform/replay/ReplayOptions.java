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
 * @param until virtual time at which it ends; null runs on until nothing is due any more, at most a week
 */
record ReplayOptions(
        String district,
        String scenario,
        In in,
        Acting actors,
        @Nullable Instant until,
        Out out) {

    /**
     * What is replayed, plain or gzip; one of observations and requests is there at least.
     *
     * @param observations file of {@code thing,property,time,value}
     * @param things file of {@code thing,name,lon,lat,property,unit}; null when every thing stands at the centre
     * @param requests file of requests, see {@link RequestsFile}
     */
    record In(
            @Nullable Path observations,
            @Nullable Path things,
            @Nullable Path requests) {}

    /**
     * What is written.
     *
     * @param events file that gets one line for each journal event
     * @param summary file that gets the counts
     */
    record Out(Path events, Path summary) {}

    /** Who acts on cases (演练方式). */
    enum Acting {
        /** Staff, after the delays of the district package. */
        AUTO,
        /** On the file's requests, staff when the file says so; on all other cases as {@code AUTO}. */
        DATA,
        /** Nobody. */
        NONE
    }

    static final String USAGE = """
            usage: ./chengyun replay [--observations FILE.csv[.gz]] [--requests FILE.csv[.gz]]
                     --out events.jsonl --summary summary.json
                     [--district minhang] [--scenario flood[,city]] [--things FILE.csv] [--actors auto|data|none] [--until TIME]
              --observations  thing,property,time,value   (ISO 8601 with offset; empty or NA = missing)
              --things        thing,name,lon,lat,property,unit   (a thing not listed stands at the district's centre)
              --requests      external_id,requested_at,service_code,description,address,lat,lon[,closed_at,sla_due_at]
              --actors        auto: staff sign, handle, inspect and close after the delays of the district package
                              data: the requests' own closed_at drive their cases
              --until         ISO 8601 with offset
              One of --observations and --requests is needed, both may be given.""";

    private static final Set<String> KNOWN = Set.of(
            "--district",
            "--scenario",
            "--observations",
            "--requests",
            "--things",
            "--actors",
            "--until",
            "--out",
            "--summary");

    static ReplayOptions parse(List<String> arguments) {
        var given = given(arguments);
        var in = new In(path(given.get("--observations")), path(given.get("--things")), path(given.get("--requests")));
        if (in.observations() == null && in.requests() == null) {
            throw new Malformed("--observations", "is missing, and so is --requests\n" + USAGE);
        }
        var acting = acting(given.getOrDefault("--actors", "auto"));
        if (acting == Acting.DATA && in.requests() == null) {
            throw new Malformed("--actors", "data needs --requests\n" + USAGE);
        }
        return new ReplayOptions(
                given.getOrDefault("--district", "minhang"),
                given.getOrDefault("--scenario", "flood"),
                in,
                acting,
                until(given.get("--until")),
                new Out(Path.of(required(given, "--out")), Path.of(required(given, "--summary"))));
    }

    private static Map<String, String> given(List<String> arguments) {
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
        return given;
    }

    private static @Nullable Path path(@Nullable String text) {
        return text == null ? null : Path.of(text);
    }

    private static String required(Map<String, String> given, String name) {
        var value = given.get(name);
        if (value == null) {
            throw new Malformed(name, "is missing\n" + USAGE);
        }
        return value;
    }

    private static Acting acting(String value) {
        return switch (value) {
            case "auto" -> Acting.AUTO;
            case "data" -> Acting.DATA;
            case "none" -> Acting.NONE;
            default -> throw new Malformed("--actors", "'" + value + "' is neither auto nor data nor none");
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
