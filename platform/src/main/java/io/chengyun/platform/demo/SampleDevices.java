package io.chengyun.platform.demo;

import io.chengyun.platform.place.Area;
import io.chengyun.platform.place.AreaKind;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.sensing.NewThing;
import io.chengyun.platform.sensing.NewThing.NewStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The sample city's devices: a rain gauge in every town and a depth gauge at twelve low points. All synthetic. */
record SampleDevices(List<NewThing> gauges, List<NewThing> lowPoints) {

    static final Duration INTERVAL = Duration.ofMinutes(5);

    private static final int LOW_POINTS = 12;
    private static final double BESIDE_DEGREES = 0.006;

    static SampleDevices of(Places places) {
        var towns = places.listAreas(AreaKind.TOWN, places.today());
        var gauges = new ArrayList<NewThing>();
        var lowPoints = new ArrayList<NewThing>();
        for (int i = 0; i < towns.size(); i++) {
            Area town = towns.get(i);
            Position centre = places.centreOf(town.code());
            gauges.add(thing("gauge", i, town.name() + "雨量站", centre, "rainfall"));
            if (i < LOW_POINTS) {
                var low = new Position(centre.lon() + BESIDE_DEGREES, centre.lat() - BESIDE_DEGREES);
                lowPoints.add(thing("underpass", i, town.name() + "下穿道积水监测点", low, "water_depth"));
            }
        }
        return new SampleDevices(gauges, lowPoints);
    }

    private static NewThing thing(String kind, int index, String name, Position position, String property) {
        var code = String.format(Locale.ROOT, "%s-%02d", kind, index + 1);
        return new NewThing(code, name, position, List.of(new NewStream(property, null, INTERVAL)));
    }
}
