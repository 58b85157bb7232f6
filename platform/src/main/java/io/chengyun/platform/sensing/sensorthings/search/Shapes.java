package io.chengyun.platform.sensing.sensorthings.search;

import io.chengyun.platform.sensing.sensorthings.model.EntityType;

/** Where places are stored (几何来源), each with its bounds beside it. */
enum Shapes {
    LOCATIONS("location", "location"),
    FEATURES("feature", "feature"),
    AREAS("datastream", "observed_area");

    private final String table;
    private final String column;

    Shapes(String table, String column) {
        this.table = table;
        this.column = column;
    }

    static Shapes of(EntityType type) {
        for (var shapes : values()) {
            if (shapes.table.equals(type.table())) {
                return shapes;
            }
        }
        throw new IllegalArgumentException(type.set() + " have no place");
    }

    String table() {
        return table;
    }

    String column() {
        return column;
    }
}
