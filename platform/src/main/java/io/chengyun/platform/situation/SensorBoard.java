package io.chengyun.platform.situation;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.place.ObservedProperties;
import io.chengyun.platform.place.ObservedProperty;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.Sensing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All sensors as the map shows them (感知一张图): the newest value with its unit, age and state, and the grade it caused. */
@Component
class SensorBoard {

    private final Sensing sensing;
    private final Places places;
    private final ObservedProperties properties;
    private final StandingWarnings warnings;
    private volatile Known known = new Known(LocalDate.MIN, Map.of());

    SensorBoard(Sensing sensing, Places places, ObservedProperties properties, StandingWarnings warnings) {
        this.sensing = sensing;
        this.places = places;
        this.properties = properties;
        this.warnings = warnings;
    }

    /** What changes with the registry or the boundaries only, and is dear to find out a hundred thousand times a second. */
    private record Fixed(Datastream stream, SensorView.Instrument instrument, SensorView.Site site) {}

    /** That of all streams, on one day. */
    private record Known(LocalDate on, Map<Long, Fixed> streams) {}

    List<SensorView> list() {
        var grades = warnings.gradesByStream();
        var before = known;
        var now = new HashMap<Long, Fixed>();
        var today = places.today();
        var views = new ArrayList<SensorView>();
        for (var latest : sensing.listLatest()) {
            var stream = latest.stream();
            var at = stream.position();
            if (at != null) {
                var held = before.on().equals(today) ? before.streams().get(stream.id()) : null;
                var fixed = held != null && held.stream().equals(stream) ? held : fixed(stream, at);
                now.put(stream.id(), fixed);
                views.add(new SensorView(
                        fixed.instrument(),
                        fixed.site(),
                        new SensorView.Latest(latest.value(), latest.at(), latest.state(), grades.get(stream.id()))));
            }
        }
        known = new Known(today, now);
        return views;
    }

    /** After boundaries changed. */
    void forget() {
        known = new Known(LocalDate.MIN, Map.of());
    }

    private Fixed fixed(Datastream stream, Position at) {
        return new Fixed(stream, instrument(stream), new SensorView.Site(at.lon(), at.lat(), town(at).orElse(null)));
    }

    private SensorView.Instrument instrument(Datastream stream) {
        var property = properties.find(stream.property());
        return new SensorView.Instrument(
                stream.id(),
                stream.thingId(),
                stream.thingName(),
                stream.property(),
                property.map(ObservedProperty::name).orElse(stream.name()),
                property.map(ObservedProperty::nameEn).orElse(stream.name()),
                stream.unit());
    }

    private Optional<AreaCode> town(Position at) {
        return places.find(at, places.today()).map(placement -> placement.town());
    }
}
