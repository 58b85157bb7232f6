package io.chengyun.platform.intake;

import io.chengyun.kernel.Needed;
import io.chengyun.platform.access.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The door for erasing a reporter over HTTP (抹除接口), for data stewards. */
@RestController
class ErasureController {

    private final Erasure erasure;

    ErasureController(Erasure erasure) {
        this.erasure = erasure;
    }

    /** Why it is erased; it must say nothing of the person. */
    record Wish(@Nullable String reason) {}

    /**
     * What stands after it (抹除结果).
     *
     * @param caseId the case behind it, whose words go a moment later; null before there is one
     * @param erasedAt when it was erased, perhaps by somebody before
     */
    record Forgotten(
            String id, @Nullable String caseId, @Nullable Instant erasedAt) {}

    /** Forgets who asked, and in which words: in the request, its case, the journal, and all that was learnt of them. */
    @PostMapping("/api/intake/requests/{id}/erasure")
    Forgotten erase(@PathVariable String id, @RequestBody Wish wish, Caller caller) {
        var request = erasure.erase(id, Needed.text("reason", wish.reason()), caller);
        return new Forgotten(request.id(), request.progress().caseId(), request.erasedAt());
    }
}
