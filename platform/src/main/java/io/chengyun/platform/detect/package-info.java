/**
 * Trying a rule on a file (离线研判): {@code ./chengyun detect}, without house or database.
 *
 * <p>In: a rule and a series. Out: the same series with score and flag. Invariant: the same code weighs it as in the house.
 */
@ApplicationModule(
        displayName = "Detect 离线研判",
        allowedDependencies = {"scenario", "place"})
@NullMarked
package io.chengyun.platform.detect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
