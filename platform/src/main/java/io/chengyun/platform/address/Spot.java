package io.chengyun.platform.address;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.place.Placement;
import io.chengyun.platform.place.Position;

/**
 * A place that an address may mean (候选落位).
 *
 * @param position a door, or a point well inside what is known
 * @param placement the areas it lies in
 * @param reach how far down the address leads there
 * @param confidence 0 to 1: how likely the case lies in this unit
 */
public record Spot(Position position, Placement placement, Reach reach, double confidence) {

    /** How far down an address leads (落位层级): what is below it is only somewhere near the point. */
    public enum Reach {
        /** The door itself stands in the address book. */
        DOOR,
        /** Between two doors of the road that stand there. */
        BETWEEN_DOORS,
        /** A named place of the book. */
        PLACE,
        COMMITTEE,
        ROAD,
        TOWN
    }

    AreaCode unit() {
        return placement.unit();
    }
}
