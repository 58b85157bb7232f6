package io.chengyun.platform.access;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Fault;
import io.chengyun.kernel.Malformed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The sample accounts (示例账号) of a district package: invented people, one line each. */
final class StaffFile {

    private static final List<String> COLUMNS = List.of("id", "name", "nameEn", "roles", "organisation", "town");
    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::name).toList();

    private StaffFile() {}

    static List<Caller> read(Path file) {
        try {
            var lines = Files.readAllLines(file);
            if (!lines.get(0).equals(String.join(",", COLUMNS))) {
                throw new Malformed("staff.csv", "the first line must be " + String.join(",", COLUMNS));
            }
            return lines.stream().skip(1).map(StaffFile::person).toList();
        } catch (IOException unreadable) {
            throw new Fault("access:staff-file-unreadable", unreadable);
        }
    }

    /** Cells hold no commas and no quotes; several roles stand apart by a space. */
    static Caller person(String line) {
        var cells = line.split(",", -1);
        if (cells.length != COLUMNS.size()) {
            throw new Malformed("staff.csv", "'" + line + "' must have " + COLUMNS.size() + " cells");
        }
        var roles = Arrays.stream(cells[3].split(" ")).map(StaffFile::role).collect(Collectors.toUnmodifiableSet());
        var town = cells[5].isEmpty() ? null : new AreaCode(cells[5]);
        return new Caller(cells[0], cells[1], cells[2], roles, cells[4], town);
    }

    private static Role role(String word) {
        if (!ROLES.contains(word)) {
            throw new Malformed("roles", "'" + word + "' is none of " + ROLES);
        }
        return Role.valueOf(word);
    }
}
