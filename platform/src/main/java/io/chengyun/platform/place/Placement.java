package io.chengyun.platform.place;

import io.chengyun.kernel.AreaCode;

/**
 * Where a point lies and who answers for it (落图), on one day.
 *
 * @param unit unit grid (单元网格)
 * @param grid comprehensive grid (综合网格)
 * @param organisation code of the organisation that answers for the place: the town's operations centre
 */
public record Placement(
        AreaCode unit, AreaCode grid, AreaCode committee, AreaCode town, AreaCode district, String organisation) {}
