package io.chengyun.platform.place;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of area (区域类别), each with the layer that shows it; the order is from large to small. */
public enum AreaKind {
    /** 区: the whole of it. */
    DISTRICT("outline"),
    /** 街镇: streets and towns. */
    TOWN("towns"),
    /** 综合网格: comprehensive grids, a town's own cut for daily work. */
    GRID("grids"),
    /** 居村: residents' and villagers' committees. */
    COMMITTEE("committees"),
    /** 单元网格: unit grids, parts of a committee. */
    UNIT("units");

    private final String layer;

    AreaKind(String layer) {
        this.layer = layer;
    }

    /** Name of the layer on the map and in file names, such as {@code grids}. */
    public String layer() {
        return layer;
    }

    /** The word in GeoJSON properties, such as {@code grid}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind whose areas are cut into areas of this kind; grids and committees are two cuts of the same towns. */
    public Optional<AreaKind> above() {
        return switch (this) {
            case DISTRICT -> Optional.empty();
            case TOWN -> Optional.of(DISTRICT);
            case GRID, COMMITTEE -> Optional.of(TOWN);
            case UNIT -> Optional.of(COMMITTEE);
        };
    }

    /** The kind that this layer shows. */
    public static Optional<AreaKind> ofLayer(String layer) {
        return Stream.of(values()).filter(kind -> kind.layer.equals(layer)).findFirst();
    }

    /** The kind that this word in GeoJSON properties means. */
    static Optional<AreaKind> ofWord(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
