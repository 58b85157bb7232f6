/**
 * 感知: what the city's devices observe, and how healthy they are.
 *
 * <p>In: SensorThings over HTTP, and whoever calls {@link io.chengyun.platform.sensing.Sensing}. Out: {@code SourceEvent}
 * to the journal (one digest a batch) and stored batches to every {@code ObservationListener}. Invariant: received =
 * stored + rejected by code, and nothing is acknowledged before its transaction committed.
 */
@ApplicationModule(
        displayName = "Sensing 感知",
        allowedDependencies = {"access", "journal", "place", "content", "qr"})
@NullMarked
package io.chengyun.platform.sensing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
