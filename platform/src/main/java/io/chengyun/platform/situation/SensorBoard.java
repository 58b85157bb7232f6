package io.chengyun.platform.situation;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Grade;
import io.chengyun.platform.place.ObservedProperties;
import io.chengyun.platform.place.ObservedProperty;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.LatestValue;
import io.chengyun.platform.sensing.Sensing;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** All sensors as the map shows them (感知一张图): the newest value with its unit, age and state, and the grade it caused. */
@Component
class SensorBoard {

    private final Sensing sensing;
    private final Places places;
    private final ObservedProperties properties;
    private final StandingWarnings warnings;
    private final SituationSettings settings;
    private final Map<Long, Fixed> known = new ConcurrentHashMap<>();

    SensorBoard(
            Sensing sensing,
            Places places,
            ObservedProperties properties,
            StandingWarnings warnings,
            SituationSettings settings) {
        this.sensing = sensing;
        this.places = places;
        this.properties = properties;
        this.warnings = warnings;
        this.settings = settings;
    }

    /** What changes with the registry or the boundaries only, and is dear to find out for each of thousands at every beat. */
    private record Fixed(Datastream stream, LocalDate on, SensorView.Instrument instrument, SensorView.Site site) {

        boolean isOf(Datastream now, LocalDate today) {
            return stream.equals(now) && on.equals(today);
        }
    }

    /** How many there are now; counted anew. */
    Crowd count() {
        int all = 0;
        int unknown = 0;
        for (var latest : sensing.listLatest()) {
            if (latest.stream().position() != null) {
                all++;
                unknown += latest.state() == LatestValue.State.UNKNOWN ? 1 : 0;
            }
        }
        return new Crowd(all, unknown, all > settings.sensors());
    }

    /** All sensors, or, where they are too many, those that hold a grade. */
    List<SensorView> list(Crowd crowd) {
        var grades = warnings.gradesByStream();
        if (crowd.gathered()) {
            return grades.keySet().stream()
                    .sorted()
                    .flatMap(stream -> find(stream, grades).stream())
                    .toList();
        }
        return sensing.listLatest().stream()
                .flatMap(latest -> view(latest, grades).stream())
                .toList();
    }

    /** One sensor as it is now. */
    Optional<SensorView> find(long stream) {
        return find(stream, warnings.gradesByStream());
    }

    private Optional<SensorView> find(long stream, Map<Long, Grade> grades) {
        return sensing.findLatest(stream).flatMap(latest -> view(latest, grades));
    }

    private Optional<SensorView> view(LatestValue latest, Map<Long, Grade> grades) {
        var stream = latest.stream();
        var at = stream.position();
        if (at == null) {
            return Optional.empty();
        }
        var today = places.today();
        var fixed = known.compute(
                stream.id(), (id, held) -> held != null && held.isOf(stream, today) ? held : fixed(stream, at, today));
        return Optional.of(new SensorView(
                fixed.instrument(),
                fixed.site(),
                new SensorView.Latest(latest.value(), latest.at(), latest.state(), grades.get(stream.id()))));
    }

    /** After boundaries changed. */
    void forget() {
        known.clear();
    }

    private Fixed fixed(Datastream stream, Position at, LocalDate today) {
        return new Fixed(
                stream, today, instrument(stream), new SensorView.Site(at.lon(), at.lat(), town(at).orElse(null)));
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
