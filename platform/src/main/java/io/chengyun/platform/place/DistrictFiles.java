package io.chengyun.platform.place;

import io.chengyun.kernel.Fault;
import io.chengyun.kernel.Malformed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** The rows of a table as column name → cell; an empty cell is absent. Cells hold no commas and no quotes. */
    List<Map<String, String>> table(String name) {
        var lines = text(name).lines().toList();
        var columns = lines.get(0).split(",", -1);
        var rows = new ArrayList<Map<String, String>>();
        for (int number = 1; number < lines.size(); number++) {
            var cells = lines.get(number).split(",", -1);
            if (cells.length != columns.length) {
                throw new Malformed(
                        name + ":" + (number + 1), "has " + cells.length + " cells, must have " + columns.length);
            }
            rows.add(row(columns, cells));
        }
        return rows;
    }

    private static Map<String, String> row(String[] columns, String[] cells) {
        var row = new HashMap<String, String>();
        for (int i = 0; i < columns.length; i++) {
            if (!cells[i].isEmpty()) {
                row.put(columns[i], cells[i]);
            }
        }
        return row;
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
}
