package io.chengyun.platform.address;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.address.Spot.Reach;
import io.chengyun.platform.address.Whereabouts.Verdict;
import io.chengyun.platform.place.Placement;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.place.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what an address of the district may mean (落位规则), as far down as it leads: door, between two doors, named place,
 * committee, road, town. What fits equally well shares the confidence.
 */
final class LocatingRules {

    private final Places places;
    private final AddressBook book;
    private final OtherRegions others;
    private final Set<String> otherTowns;
    private volatile @Nullable DistrictNames names;

    LocatingRules(Places places, AddressBook book, OtherRegions others, Set<String> otherTowns) {
        this.places = places;
        this.book = book;
        this.others = others;
        this.otherTowns = Set.copyOf(otherTowns);
    }

    Whereabouts locate(ParsedAddress address, LocalDate on) {
        if (address.isEmpty()) {
            return Whereabouts.none(Verdict.NOTHING, "文中没有地址");
        }
        var other = others.find(address);
        if (other.isPresent()) {
            return Whereabouts.none(
                    Verdict.OUTSIDE, other.get() + "不在" + places.district().name());
        }
        var known = names(on);
        var said = Stream.of(AddressPart.TOWN, AddressPart.DEV_ZONE)
                .flatMap(part -> address.all(part).stream())
                .toList();
        var town = said.stream()
                .flatMap(one -> known.findTown(one).stream())
                .findFirst()
                .orElse(null);
        if (town == null && said.stream().anyMatch(otherTowns::contains)) {
            return Whereabouts.none(
                    Verdict.OUTSIDE,
                    String.join("", said) + "不在" + places.district().name());
        }
        return new Search(address, town, known, on).run();
    }

    /** Those of a day are made once. */
    private DistrictNames names(LocalDate on) {
        var made = names;
        if (made == null || !made.holdOn(on)) {
            made = new DistrictNames(places, on);
            names = made;
        }
        return made;
    }

    /** One address looked for. */
    private final class Search {

        private final ParsedAddress address;
        private final @Nullable AreaCode town;
        private final DistrictNames names;
        private final LocalDate on;

        Search(ParsedAddress address, @Nullable AreaCode town, DistrictNames names, LocalDate on) {
            this.address = address;
            this.town = town;
            this.names = names;
            this.on = on;
        }

        Whereabouts run() {
            var road = address.first(AddressPart.ROAD);
            var number = AddressBook.number(address.first(AddressPart.ROAD_NUMBER));
            var tries = new LinkedHashMap<Reach, List<Position>>();
            tries.put(
                    Reach.DOOR,
                    number.flatMap(one -> book.findDoor(road, one)).stream().toList());
            tries.put(
                    Reach.BETWEEN_DOORS,
                    number.flatMap(one -> book.findBetween(road, one)).stream().toList());
            tries.put(Reach.PLACE, named(book::listPlaces));
            tries.put(Reach.COMMITTEE, committees());
            tries.put(Reach.ROAD, book.listDoors(road));
            tries.put(Reach.TOWN, town == null ? List.of() : List.of(places.centreOf(town, on)));
            for (var one : tries.entrySet()) {
                var spots = spots(one.getKey(), one.getValue());
                if (!spots.isEmpty()) {
                    return new Whereabouts(Verdict.FOUND, spots, why(spots));
                }
            }
            return Whereabouts.none(Verdict.UNKNOWN, "地址库中没有这个地址");
        }

        private List<Position> named(java.util.function.Function<String, List<Position>> known) {
            return Stream.of(AddressPart.PLACE, AddressPart.SUB_PLACE)
                    .flatMap(part -> address.all(part).stream())
                    .flatMap(name -> known.apply(name).stream())
                    .toList();
        }

        private List<Position> committees() {
            return Stream.of(AddressPart.COMMITTEE, AddressPart.PLACE, AddressPart.ROAD)
                    .map(part -> address.all(part).stream()
                            .flatMap(said -> names.listCommittees(said).stream())
                            .distinct()
                            .map(code -> places.centreOf(code, on))
                            .toList())
                    .filter(found -> !found.isEmpty())
                    .findFirst()
                    .orElse(List.of());
        }

        /** The points in the town that was said; those that mean the same area counted as one, by how many they are. */
        private List<Spot> spots(Reach reach, List<Position> points) {
            Map<AreaCode, List<Position>> areas = new LinkedHashMap<>();
            int all = 0;
            for (var point : points) {
                var placement = places.find(point, on).orElse(null);
                if (placement != null && (town == null || placement.town().equals(town))) {
                    areas.computeIfAbsent(area(reach, placement), any -> new ArrayList<>())
                            .add(point);
                    all++;
                }
            }
            var spots = new ArrayList<Spot>();
            for (var same : areas.values()) {
                var middle = same.get(same.size() / 2);
                var placement = places.get(middle, on);
                spots.add(new Spot(middle, placement, reach, address.confidence() * same.size() / all));
            }
            spots.sort(Comparator.comparingDouble(Spot::confidence).reversed());
            return spots;
        }

        private static AreaCode area(Reach reach, Placement placement) {
            return switch (reach) {
                case DOOR, BETWEEN_DOORS, PLACE -> placement.unit();
                case COMMITTEE -> placement.committee();
                case ROAD, TOWN -> placement.town();
            };
        }

        /** Whether the book has the door, but not in the town that was said. */
        private boolean elsewhere() {
            var number = AddressBook.number(address.first(AddressPart.ROAD_NUMBER));
            return town != null
                    && number.flatMap(one -> book.findDoor(address.first(AddressPart.ROAD), one))
                            .isPresent();
        }

        private String why(List<Spot> spots) {
            var best = Objects.requireNonNull(spots.get(0));
            var where = places.getArea(best.placement().town(), on).name();
            var many = spots.size() == 1 ? "" : "，另有" + (spots.size() - 1) + "处可能";
            return switch (best.reach()) {
                case DOOR -> "门牌在地址库中，位于" + where + many;
                case BETWEEN_DOORS -> "按相邻门牌推算，位于" + where + many;
                case PLACE -> "地名在地址库中，位于" + where + many;
                case COMMITTEE -> "按居村委名称，属" + where + many;
                case ROAD -> (elsewhere() ? "地址库中这个门牌不在" + where + "；" : "") + "只知道路，经过" + where + many;
                case TOWN -> "只知街镇：" + where;
            };
        }
    }
}
