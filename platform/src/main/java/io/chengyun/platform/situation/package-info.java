/**
 * 态势: one picture of the city for map, list and wall, and one stream of what changes in it.
 *
 * <p>In: every event of the journal, and the newest values of {@code sensing}, which are too many for the journal; names
 * and places of sensors from {@code place}. Out: the picture and the stream over HTTP. Invariant: the picture says up to
 * which number of the journal it has seen; no listener, however slow, holds up the follower; nobody sees another town's
 * cases.
 */
@ApplicationModule(
        displayName = "Situation 态势",
        allowedDependencies = {"journal", "access", "place", "sensing", "warning", "assessment", "casework"})
@NullMarked
package io.chengyun.platform.situation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
