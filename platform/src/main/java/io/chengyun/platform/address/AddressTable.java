package io.chengyun.platform.address;

import io.chengyun.platform.place.Placement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Parsed addresses as rows of a table (地址解析表): a column a part, and where it lies. */
final class AddressTable {

    /** Between parts that a text says several of, and between alternatives. */
    private static final String AND = ";";

    private static final int ALTERNATIVES = 3;
    private static final List<String> WHERE = List.of(
            "confidence",
            "verdict",
            "town_code",
            "committee_code",
            "grid_code",
            "unit_code",
            "lon",
            "lat",
            "reach",
            "place_confidence",
            "alternatives",
            "why");

    private final Addresses addresses;
    private final LocalDate on;
    private final Map<Whereabouts.Verdict, Integer> counts = new EnumMap<>(Whereabouts.Verdict.class);

    AddressTable(Addresses addresses, LocalDate on) {
        this.addresses = addresses;
        this.on = on;
    }

    static List<String> header() {
        var header = new ArrayList<String>();
        header.add("id");
        Arrays.stream(AddressPart.values()).map(AddressPart::column).forEach(header::add);
        header.addAll(WHERE);
        return header;
    }

    List<String> row(String id, String text) {
        var address = addresses.parse(text);
        var where = addresses.locate(address, on);
        counts.merge(where.verdict(), 1, Integer::sum);
        var row = new ArrayList<String>();
        row.add(id);
        for (var part : AddressPart.values()) {
            row.add(String.join(AND, address.all(part)));
        }
        row.add(decimal(address.confidence(), 3));
        row.add(word(where.verdict()));
        row.addAll(where.best().map(AddressTable::spot).orElse(List.of("", "", "", "", "", "", "", "0.000")));
        row.add(where.spots().stream()
                .skip(1)
                .limit(ALTERNATIVES)
                .map(spot -> spot.unit().value())
                .collect(Collectors.joining(AND)));
        row.add(where.why());
        return row;
    }

    private static List<String> spot(Spot spot) {
        Placement placement = spot.placement();
        return List.of(
                placement.town().value(),
                placement.committee().value(),
                placement.grid().value(),
                placement.unit().value(),
                decimal(spot.position().lon(), 6),
                decimal(spot.position().lat(), 6),
                word(spot.reach()),
                decimal(spot.confidence(), 3));
    }

    /** How many rows had which verdict. */
    String counts() {
        return counts.entrySet().stream()
                .map(one -> ", " + word(one.getKey()) + " " + one.getValue())
                .collect(Collectors.joining());
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static String decimal(double number, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", number);
    }
}
