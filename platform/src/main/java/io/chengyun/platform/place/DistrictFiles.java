package io.chengyun.platform.place;

import io.chengyun.kernel.Fault;
import io.chengyun.kernel.Malformed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files of a district package (区包): its description, tables and property registry, read as they stand. */
final class DistrictFiles {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private final Path folder;

    DistrictFiles(Path folder) {
        this.folder = folder;
    }

    List<ObservedProperty> properties() {
        return yaml("properties.yml", PropertyFile.class).properties();
    }

    District district() {
        return yaml("district.yml", District.class);
    }

    List<Organisation> organisations() {
        return table("organisations.csv").stream().map(Organisation::of).toList();
    }

    /** Every area of the package, of every kind and day. */
    List<AreaShape> areas() {
        var areas = new ArrayList<AreaShape>();
        for (var kind : AreaKind.values()) {
            if (kind != AreaKind.UNIT) {
                areas.addAll(AreaGeoJson.read(text("areas/" + kind.layer() + ".geojson")));
            }
        }
        for (var town : table("towns.csv")) {
            areas.addAll(AreaGeoJson.read(text("areas/units/" + town.get("code") + ".geojson")));
        }
        return areas;
    }

    /** The rows of a table. Cells hold no commas and no quotes. */
    List<TableRow> table(String name) {
        var lines = text(name).lines().toList();
        var columns = lines.get(0).split(",", -1);
        var rows = new ArrayList<TableRow>();
        for (int number = 1; number < lines.size(); number++) {
            rows.add(row(name + ":" + (number + 1), columns, lines.get(number).split(",", -1)));
        }
        return rows;
    }

    private static TableRow row(String line, String[] columns, String[] cells) {
        if (cells.length != columns.length) {
            throw new Malformed(line, "has " + cells.length + " cells, must have " + columns.length);
        }
        var row = new HashMap<String, String>();
        for (int i = 0; i < columns.length; i++) {
            if (!cells[i].isEmpty()) {
                row.put(columns[i], cells[i]);
            }
        }
        return new TableRow(line, row);
    }

    <T> T yaml(String name, Class<T> type) {
        try {
            return YAML.readValue(text(name), type);
        } catch (JacksonException wrong) {
            throw new Malformed(name, wrong.getOriginalMessage());
        }
    }

    String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException absent) {
            throw new Fault("place:district-unreadable", absent);
        }
    }

    private record PropertyFile(List<ObservedProperty> properties) {}

    /**
     * One row of a table of the district package (区包).
     *
     * @param line file and line, for whoever has to mend it
     * @param cells the cells that are not empty, by column name
     */
    record TableRow(String line, Map<String, String> cells) {

        TableRow {
            cells = Map.copyOf(cells);
        }

        Optional<String> find(String column) {
            return Optional.ofNullable(cells.get(column));
        }

        String get(String column) {
            return find(column).orElseThrow(() -> new Malformed(line, "column " + column + " must not be empty"));
        }

        LocalDate getDay(String column) {
            return findDay(column).orElseThrow(() -> new Malformed(line, "column " + column + " must hold a day"));
        }

        Optional<LocalDate> findDay(String column) {
            try {
                return find(column).map(LocalDate::parse);
            } catch (DateTimeParseException wrong) {
                throw new Malformed(line, "column " + column + " must hold a day such as 2026-01-31");
            }
        }
    }
}
