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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All sensors as the map shows them (感知一张图): the newest value with its unit, age and state, and the grade it caused. */
@Component
class SensorBoard {

    private final Sensing sensing;
    private final Places places;
    private final ObservedProperties properties;
    private final StandingWarnings warnings;

    SensorBoard(Sensing sensing, Places places, ObservedProperties properties, StandingWarnings warnings) {
        this.sensing = sensing;
        this.places = places;
        this.properties = properties;
        this.warnings = warnings;
    }

    List<SensorView> list() {
        var grades = warnings.gradesByStream();
        var views = new ArrayList<SensorView>();
        for (var latest : sensing.listLatest()) {
            var at = latest.stream().position();
            if (at != null) {
                views.add(view(latest, at, grades.get(latest.stream().id())));
            }
        }
        return views;
    }

    private SensorView view(LatestValue latest, Position at, @Nullable Grade grade) {
        return new SensorView(
                instrument(latest.stream()),
                new SensorView.Site(at.lon(), at.lat(), town(at).orElse(null)),
                new SensorView.Latest(latest.value(), latest.at(), latest.state(), grade));
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
