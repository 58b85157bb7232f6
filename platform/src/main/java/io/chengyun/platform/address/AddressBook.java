package io.chengyun.platform.address;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.table.TableReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The doors and named places of the district (地址库): {@code addresses.csv} of the district package. */
final class AddressBook {

    private static final List<String> COLUMNS = List.of("id", "road", "number", "place", "lon", "lat");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,6})");

    private final Map<String, NavigableMap<Integer, Position>> roads = new HashMap<>();
    private final Map<String, List<Position>> places = new HashMap<>();

    private AddressBook() {}

    /** As a district package has it; empty where it has none. */
    static AddressBook read(Path district) {
        var book = new AddressBook();
        var file = district.resolve("addresses.csv");
        if (Files.exists(file)) {
            new TableReader(file, COLUMNS).read(book::enter, torn -> {
                throw new Malformed("addresses.csv", torn);
            });
        }
        return book;
    }

    private void enter(List<String> row) {
        try {
            var position = new Position(Double.parseDouble(row.get(4)), Double.parseDouble(row.get(5)));
            if (!row.get(1).isEmpty()) {
                roads.computeIfAbsent(row.get(1), any -> new TreeMap<>()).put(Integer.valueOf(row.get(2)), position);
            }
            if (!row.get(3).isEmpty()) {
                places.computeIfAbsent(row.get(3), any -> new ArrayList<>()).add(position);
            }
        } catch (NumberFormatException wrong) {
            throw new Malformed("addresses.csv", row.get(0) + ": " + wrong.getMessage() + " is no number");
        }
    }

    /** The number that a door's words say: 100 of 100号 and of 100-3号; none where they say none. */
    static Optional<Integer> number(String words) {
        var plain = words.codePoints()
                .map(one -> one >= '０' && one <= '９' ? one - '０' + '0' : one)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        var found = NUMBER.matcher(plain);
        return found.find() ? Optional.of(Integer.valueOf(found.group(1))) : Optional.empty();
    }

    /** The door of this number. */
    Optional<Position> findDoor(String road, int number) {
        return Optional.ofNullable(doors(road).get(number));
    }

    /** Where the door must be if numbers go on evenly between the two nearest that are known; none beyond the last. */
    Optional<Position> findBetween(String road, int number) {
        var below = doors(road).lowerEntry(number);
        var above = doors(road).higherEntry(number);
        if (below == null || above == null) {
            return Optional.empty();
        }
        double share = (double) (number - below.getKey()) / (above.getKey() - below.getKey());
        var from = below.getValue();
        var to = above.getValue();
        return Optional.of(new Position(
                from.lon() + share * (to.lon() - from.lon()), from.lat() + share * (to.lat() - from.lat())));
    }

    /** All doors of the road, by number. */
    List<Position> listDoors(String road) {
        return List.copyOf(doors(road).values());
    }

    /** Names of all its roads. */
    Set<String> roads() {
        return roads.keySet();
    }

    /** The doors of the road by their numbers. */
    NavigableMap<Integer, Position> doors(String road) {
        return roads.getOrDefault(road, new TreeMap<>());
    }

    /** The places of this name. */
    List<Position> listPlaces(String name) {
        return List.copyOf(places.getOrDefault(name, List.of()));
    }
}
