package io.chengyun.platform.replay;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.sensing.NewThing;
import io.chengyun.platform.sensing.NewThing.NewStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The things whose observations are replayed, and where each stands (设备清单). */
final class ThingsFile {

    private static final String HEADER = "thing,name,lon,lat,property,unit";

    private final Map<String, Listed> listed = new LinkedHashMap<>();

    private record Listed(String name, Position position, Map<String, String> units) {}

    static ThingsFile read(@Nullable Path file) {
        var things = new ThingsFile();
        if (file != null) {
            Csv.read(file, HEADER, things::add);
        }
        return things;
    }

    private void add(int line, List<String> cells) {
        if (cells.size() != 6) {
            throw new Malformed("line " + line, "must have the six cells " + HEADER);
        }
        var position = new Position(degrees(line, "lon", cells.get(2)), degrees(line, "lat", cells.get(3)));
        var thing =
                listed.computeIfAbsent(cells.get(0), code -> new Listed(cells.get(1), position, new LinkedHashMap<>()));
        if (!thing.position().equals(position)) {
            throw new Malformed("line " + line, "thing " + cells.get(0) + " already stands elsewhere");
        }
        thing.units().put(cells.get(4), cells.get(5));
    }

    private static double degrees(int line, String field, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new Malformed("line " + line + ", " + field, "'" + text + "' is no number of degrees");
        }
    }

    /** All things that are listed or send, with the streams that they send. */
    List<NewThing> things(Collection<Timeline.Stream> streams, Position centre) {
        Map<String, Set<String>> properties = new LinkedHashMap<>();
        listed.forEach((thing, known) ->
                properties.put(thing, new LinkedHashSet<>(known.units().keySet())));
        streams.forEach(stream -> properties
                .computeIfAbsent(stream.thing(), thing -> new LinkedHashSet<>())
                .add(stream.property()));
        var things = new ArrayList<NewThing>();
        properties.forEach((thing, sent) -> things.add(thing(thing, sent, centre)));
        return things;
    }

    private NewThing thing(String code, Set<String> properties, Position centre) {
        var known = listed.get(code);
        var streams = properties.stream()
                .map(property -> new NewStream(
                        property, known == null ? null : known.units().get(property), null))
                .toList();
        return known == null
                ? new NewThing(code, code, centre, streams)
                : new NewThing(code, known.name(), known.position(), streams);
    }
}
