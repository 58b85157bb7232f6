package io.chengyun.acceptance.bench;

import io.chengyun.acceptance.house.Visitor;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Devices that send what they saw by CreateObservations, several at once. */
public final class Senders {

    private static final int AT_ONCE = 4;

    private final URI house;
    private final List<Long> streams;

    private Senders(URI house, List<Long> streams) {
        this.house = house;
        this.streams = streams;
    }

    /** Registers anemometers, each with one stream of gusts, on which the scenario has one threshold rule. */
    public static Senders register(URI house, int count) {
        var visitor = new Visitor(house);
        var streams = new ArrayList<Long>();
        for (int i = 0; i < count; i++) {
            var answer = visitor.post("/v1.1/Things", thing(i));
            if (answer.status() != 201) {
                throw new IllegalStateException("a thing was not taken: " + answer);
            }
        }
        int skip = 0;
        while (streams.size() < count) {
            var page = visitor.get("/v1.1/Datastreams?$top=100&$skip=" + skip);
            page.body()
                    .at("/value")
                    .forEach(stream -> streams.add(stream.at("/@iot.id").asLong()));
            skip += 100;
        }
        return new Senders(house, streams);
    }

    private static Map<String, Object> thing(int number) {
        var location = Map.of(
                "name", "here",
                "description", "",
                "encodingType", "application/geo+json",
                "location", Map.of("type", "Point", "coordinates", List.of(121.38, 31.11)));
        var stream = Map.of(
                "name",
                "gust " + number,
                "description",
                "",
                "observationType",
                "http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement",
                "unitOfMeasurement",
                Map.of("name", "metre per second", "symbol", "m/s", "definition", "m/s"),
                "Sensor",
                Map.of("name", "cup", "description", "", "encodingType", "text/plain", "metadata", "none"),
                "ObservedProperty",
                Map.of("name", "wind_gust", "definition", "wind_gust", "description", ""));
        return Map.of(
                "name",
                "anemometer " + number,
                "description",
                "",
                "Locations",
                List.of(location),
                "Datastreams",
                List.of(stream));
    }

    /** Ids of the streams, in order. */
    public List<Long> streams() {
        return streams;
    }

    /**
     * Sends one reading of each stream for each step of ten seconds, in requests of some steps.
     *
     * @return rows that the house says it stored
     */
    long send(Instant from, int steps, int stepsARequest) throws Exception {
        return send(from, steps, stepsARequest, 10);
    }

    /** The same with so many seconds between two steps. */
    long send(Instant from, int steps, int stepsARequest, int seconds) throws Exception {
        var requests = new ArrayList<Callable<Long>>();
        for (int step = 0; step < steps; step += stepsARequest) {
            var body = body(from, new Steps(step, Math.min(step + stepsARequest, steps), seconds));
            requests.add(() -> stored(body));
        }
        var pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            long stored = 0;
            for (var answer : pool.invokeAll(requests)) {
                stored += answer.get();
            }
            return stored;
        } finally {
            pool.shutdown();
        }
    }

    private long stored(String body) {
        var answer = new Visitor(house).postJson("/v1.1/CreateObservations", body);
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.toString());
        }
        long stored = 0;
        for (var row : answer.body()) {
            stored += row.asString().startsWith("error") ? 0 : 1;
        }
        return stored;
    }

    /** Some steps, the last one excluded, so many seconds apart. */
    private record Steps(int first, int end, int seconds) {}

    private String body(Instant from, Steps steps) {
        var json = new StringBuilder("[");
        for (long stream : streams) {
            json.append(json.length() == 1 ? "" : ",")
                    .append("{\"Datastream\":{\"@iot.id\":")
                    .append(stream)
                    .append("},\"components\":[\"phenomenonTime\",\"result\"],\"dataArray\":[");
            for (int step = steps.first(); step < steps.end(); step++) {
                json.append(step == steps.first() ? "[\"" : ",[\"")
                        .append(from.plusSeconds((long) step * steps.seconds()))
                        .append("\",")
                        .append(value(stream, step))
                        .append(']');
            }
            json.append("]}");
        }
        return json.append(']').toString();
    }

    /** A breeze: never a grade, never twice the same in a row. */
    static double value(long stream, int step) {
        return (stream * 31 + step * 17L) % 100 / 10.0;
    }
}
