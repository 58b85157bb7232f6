package io.chengyun.platform.intake.duplicates;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where requests are looked for (查重来源). */
interface Traces {

    /** A request and the case that it is part of now; null before there is one. */
    record Known(Trace trace, @Nullable String caseId) {}

    Optional<Known> find(String id);

    /** Open requests that came before this one and after then, of the same address or not much farther away; newest first. */
    List<Known> listBefore(Trace request, Instant since, double metres);
}
