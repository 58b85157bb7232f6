/**
 * Place (图网码): where in the city something is, on a date, and who answers for it.
 *
 * <p>In: a district package (区包) folder and imported boundaries. Out: {@link Places}, {@link ObservedProperties}, {@link PlaceEvent}.
 * Invariant: on any date the units, the committees and the grids each cover the district without gap or overlap.
 */
@ApplicationModule(displayName = "Place 图网码", allowedDependencies = "journal")
@NullMarked
package io.chengyun.platform.place;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
