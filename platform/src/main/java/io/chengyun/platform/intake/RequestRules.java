package io.chengyun.platform.intake;

import io.chengyun.platform.intake.ServiceRequest.Progress;
import io.chengyun.platform.intake.ServiceRequest.Status;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Decides what the way of a case does to the request behind it. Values in, events out. */
final class RequestRules {

    /** The case moved; empty if that is known already. */
    Optional<RequestEvent> onProgress(ServiceRequest request, Progress progress, Instant at) {
        var before = request.progress();
        // followers are told at least once, and a case that was merged leaves its requests to another
        boolean known = progress.revision() <= before.revision()
                && progress.caseId() != null
                && progress.caseId().equals(before.caseId())
                && Objects.equals(progress.part(), before.part());
        if (known) {
            return Optional.empty();
        }
        var after = request.with(progress);
        if (before.status() == progress.status()) {
            return Optional.of(new RequestEvent.Progressed(after, at));
        }
        return Optional.of(
                progress.status() == Status.CLOSED
                        ? new RequestEvent.Settled(after, at)
                        : new RequestEvent.Resumed(after, at));
    }
}
