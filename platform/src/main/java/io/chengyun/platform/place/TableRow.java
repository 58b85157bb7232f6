package io.chengyun.platform.place;

import io.chengyun.kernel.Malformed;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

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
