package io.chengyun.platform.casework.door;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.casework.Casework;
import io.chengyun.platform.casework.evidence.Doubt;
import io.chengyun.platform.casework.evidence.Evidence;
import io.chengyun.platform.casework.evidence.EvidenceKind;
import io.chengyun.platform.casework.evidence.Exhibit;
import io.chengyun.platform.casework.evidence.Said;
import io.chengyun.platform.place.Position;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The door of evidence over HTTP (证据接口). */
@RestController
class EvidenceController {

    private static final Duration NEVER_CHANGES = Duration.ofDays(30);

    private final Casework casework;
    private final Evidence evidence;
    private final Clock clock;

    EvidenceController(Casework casework, Evidence evidence, Clock clock) {
        this.casework = casework;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** The photo's id: SHA-256 of what is kept of it. */
    record Stored(String id) {}

    /**
     * Where and when it was taken, and what it shows.
     *
     * @param at the time; without it the photo's own, or now
     * @param ago seconds since, for a phone whose clock may be wrong; instead of {@code at}
     */
    record Taken(
            double lon,
            double lat,
            @Nullable String at,
            @Nullable Long ago,
            @Nullable String kind) {

        Said said(Instant now) {
            return new Said(new Position(lon, lat), when(now), shown());
        }

        private @Nullable Instant when(Instant now) {
            if (ago != null) {
                if (ago < 0) {
                    throw new Malformed("ago", "give the seconds since, 0 or more");
                }
                return now.minusSeconds(ago);
            }
            if (at == null || at.isBlank()) {
                return null;
            }
            try {
                return OffsetDateTime.parse(at).toInstant();
            } catch (DateTimeException wrong) {
                throw new Malformed("at", "write the time as 2026-11-22T08:00:00+08:00");
            }
        }

        private @Nullable EvidenceKind shown() {
            if (kind == null || kind.isBlank()) {
                return null;
            }
            return Arrays.stream(EvidenceKind.values())
                    .filter(one -> one.name().equals(kind))
                    .findFirst()
                    .orElseThrow(
                            () -> new Malformed("kind", "must be one of " + Arrays.toString(EvidenceKind.values())));
        }
    }

    /**
     * A piece of evidence as people are shown it.
     *
     * @param by staff id, for those who weigh evidence and for whoever sent it; null for others
     */
    record EvidenceCard(
            String id,
            String type,
            @Nullable EvidenceKind kind,
            double lon,
            double lat,
            Instant takenAt,
            List<Doubt> doubts,
            @Nullable String by) {

        static EvidenceCard of(Exhibit exhibit, Caller caller) {
            boolean named = caller.weighs() || caller.id().equals(exhibit.by());
            return new EvidenceCard(
                    exhibit.id(),
                    exhibit.type(),
                    exhibit.kind(),
                    exhibit.position().lon(),
                    exhibit.position().lat(),
                    exhibit.takenAt(),
                    exhibit.doubts().stream().sorted().toList(),
                    named ? exhibit.by() : null);
        }
    }

    @GetMapping("/api/cases/{id}/photos")
    List<EvidenceCard> list(@PathVariable String id, Caller caller) {
        return casework.listEvidence(id, caller).stream()
                .map(exhibit -> EvidenceCard.of(exhibit, caller))
                .toList();
    }

    @PostMapping("/api/cases/{id}/photos")
    @ResponseStatus(HttpStatus.CREATED)
    Stored attach(@PathVariable String id, @RequestParam MultipartFile file, Taken taken, Caller caller)
            throws IOException {
        return new Stored(casework.attach(id, file.getBytes(), taken.said(clock.instant()), caller));
    }

    @GetMapping("/api/photos/{id}")
    ResponseEntity<byte[]> photo(@PathVariable String id, Caller caller) {
        var exhibit = evidence.get(id, caller.town());
        var disposition = exhibit.kind() == EvidenceKind.VOICE ? "attachment" : "inline";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(exhibit.type()))
                .cacheControl(CacheControl.maxAge(NEVER_CHANGES).cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(evidence.bytes(exhibit));
    }
}
