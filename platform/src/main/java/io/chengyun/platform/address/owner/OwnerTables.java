package io.chengyun.platform.address.owner;

import io.chengyun.platform.address.Roads;
import io.chengyun.platform.content.PackageTable;
import io.chengyun.platform.content.PackageTable.Row;
import io.chengyun.platform.place.Position;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Reads whose the district's roads and parts are (权属表): {@code roads.csv} and {@code assets.csv}; none where it has no such file. */
final class OwnerTables {

    private static final List<String> ROADS =
            List.of("id", "road", "fromNumber", "toNumber", "owner", "maintainer", "from", "to");
    private static final List<String> ASSETS =
            List.of("id", "code", "class", "lon", "lat", "owner", "maintainer", "from", "to");

    private final Roads known;
    private final BiPredicate<String, LocalDate> exists;

    /** @param exists whether there is an organisation of this code on this day */
    OwnerTables(Roads known, BiPredicate<String, LocalDate> exists) {
        this.known = known;
        this.exists = exists;
    }

    /** What the rows of a table are, by which name those of one thing are told, and in which column that stands. */
    private record Kind<T>(
            List<String> columns,
            String column,
            Function<Row, T> made,
            Function<T, String> name,
            BiPredicate<T, T> meets) {}

    /** Stretches by the road's name. */
    Map<String, List<Stretch>> roads(Path file) {
        return read(file, new Kind<>(ROADS, "road", this::stretch, Stretch::road, Stretch::meets));
    }

    /** Parts by their code. */
    Map<String, List<Asset>> assets(Path file) {
        return read(file, new Kind<>(ASSETS, "code", this::asset, Asset::code, Asset::meets));
    }

    private static <T> Map<String, List<T>> read(Path file, Kind<T> kind) {
        var all = new HashMap<String, List<T>>();
        if (!Files.exists(file)) {
            return all;
        }
        for (var row : PackageTable.read(file, kind.columns())) {
            var one = kind.made().apply(row);
            var name = kind.name().apply(one);
            var same = all.computeIfAbsent(name, any -> new ArrayList<>());
            if (same.stream().anyMatch(before -> kind.meets().test(before, one))) {
                throw row.wrong(
                        kind.column(),
                        "'" + name + "' has an owner on these days already: end one row before the next");
            }
            same.add(one);
        }
        return all;
    }

    private Stretch stretch(Row row) {
        var road = row.text("road", ".{1,40}", "write the road's name as addresses.csv has it");
        if (!known.knows(road)) {
            throw row.wrong("road", "'" + road + "' is no road of addresses.csv: write its name as it stands there");
        }
        var first = row.findWhole("fromNumber");
        var last = row.findWhole("toNumber");
        if (first != null && last != null && last < first) {
            throw row.wrong(
                    "toNumber", last + " is below " + first + ": a stretch goes from its lowest door to its highest");
        }
        return new Stretch(road, first, last, keeping(row));
    }

    private Asset asset(Row row) {
        var code = row.text("code", Asset.CODE, Asset.CODE_REMEDY);
        var caseClass = row.text("class", "P?\\d{4}", "write the class of cases about such parts: P0101");
        return new Asset(code, caseClass, new Position(row.number("lon"), row.number("lat")), keeping(row));
    }

    private Keeping keeping(Row row) {
        var from = row.day("from");
        var to = row.lastDay("to", from);
        return new Keeping(organisation(row, "owner", from), organisation(row, "maintainer", from), from, to);
    }

    private String organisation(Row row, String column, LocalDate from) {
        var code = row.text(column, "[A-Z][A-Z0-9-]*", "write an organisation's code: D-ROADS");
        if (!exists.test(code, from)) {
            throw row.wrong(column, "'" + code + "' is no organisation on " + from + ": name one of organisations.csv");
        }
        return code;
    }
}
