package io.chengyun.platform.address;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.place.Area;
import io.chengyun.platform.place.AreaKind;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.place.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Makes {@code districts/minhang/addresses.csv}: doors along roads drawn from town to town over the synthetic areas, and a few
 * public places of each town. The roads bear real names; where they run and which number is where is invented. The same sketch
 * gives the same bytes.
 */
final class SyntheticAddresses {

    static final Path DISTRICT = Path.of("..", "districts", "minhang");

    private static final LocalDate ON = LocalDate.of(2026, 1, 1);
    private static final double DOOR_METRES = 150;
    private static final double DEGREE_METRES = 110_870;
    private static final int FIRST = 20;
    private static final int STEP = 40;
    private static final List<String> PUBLIC = List.of("社区事务受理服务中心", "社区卫生服务中心", "文化活动中心", "派出所", "中心小学");

    private final Places places =
            Places.of(DISTRICT, Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));
    private final List<String> lines = new ArrayList<>();

    private record Door(String road, int number, Position at) {}

    public static void main(String[] arguments) throws IOException {
        Files.writeString(DISTRICT.resolve("addresses.csv"), new SyntheticAddresses().make());
    }

    String make() throws IOException {
        lines.add("id,road,number,place,lon,lat,synthetic");
        var doors = new ArrayList<Door>();
        try (var in = Objects.requireNonNull(SyntheticAddresses.class.getResourceAsStream("sketch-roads.csv"))) {
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList()) {
                var cells = line.split(",");
                doors.addAll(doors(cells[0], way(cells[1].split(" "))));
            }
        }
        doors.forEach(door -> write(door.road(), "" + door.number(), "", door.at()));
        for (var town : places.listAreas(AreaKind.TOWN, ON)) {
            var here = doors.stream().filter(door -> lies(door.at(), town)).toList();
            for (int i = 0; i < PUBLIC.size(); i++) {
                var door = here.get(here.size() * (2 * i + 1) / (2 * PUBLIC.size()));
                write("", "", town.name() + PUBLIC.get(i), door.at());
            }
        }
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private boolean lies(Position point, Area town) {
        return places.find(point, ON).orElseThrow().town().equals(town.code());
    }

    /** Through the middles of the towns, from the first committee of the first to the last of the last. */
    private List<Position> way(String[] towns) {
        var way = new ArrayList<Position>();
        way.add(committee(towns[0], true));
        Arrays.stream(towns).map(AreaCode::new).forEach(town -> way.add(places.centreOf(town, ON)));
        way.add(committee(towns[towns.length - 1], false));
        return way;
    }

    private Position committee(String town, boolean first) {
        var all = places.listAreas(AreaKind.COMMITTEE, ON).stream()
                .filter(one -> one.code().value().startsWith(town))
                .toList();
        return places.centreOf(all.get(first ? 0 : all.size() - 1).code(), ON);
    }

    private List<Door> doors(String road, List<Position> way) {
        var doors = new ArrayList<Door>();
        int number = FIRST;
        for (int i = 1; i < way.size(); i++) {
            var from = way.get(i - 1);
            var to = way.get(i);
            int steps = (int) Math.max(1, metres(from, to) / DOOR_METRES);
            for (int step = 0; step < steps; step++) {
                double share = (double) step / steps;
                var point = new Position(
                        from.lon() + share * (to.lon() - from.lon()), from.lat() + share * (to.lat() - from.lat()));
                if (places.find(point, ON).isPresent()) {
                    doors.add(new Door(road, number, point));
                }
                number += STEP;
            }
        }
        return doors;
    }

    private static double metres(Position from, Position to) {
        double east = (to.lon() - from.lon()) * StrictMath.cos(StrictMath.toRadians(from.lat()));
        return StrictMath.hypot(east, to.lat() - from.lat()) * DEGREE_METRES;
    }

    private void write(String road, String number, String place, Position at) {
        lines.add(String.format(
                Locale.ROOT, "A%05d,%s,%s,%s,%.6f,%.6f,true", lines.size(), road, number, place, at.lon(), at.lat()));
    }
}
