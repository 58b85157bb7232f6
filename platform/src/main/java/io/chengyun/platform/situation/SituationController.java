package io.chengyun.platform.situation;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Session;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.situation.Picture.DistrictView;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The picture and the stream over HTTP (态势接口). */
@RestController
@RequestMapping("/api")
class SituationController {

    private final Pictures pictures;
    private final Streams streams;
    private final Places places;
    private final Clock clock;

    SituationController(Pictures pictures, Streams streams, Places places, Clock clock) {
        this.pictures = pictures;
        this.streams = streams;
        this.places = places;
        this.clock = clock;
    }

    /** The city as it is now, for this caller. */
    @GetMapping("/situation")
    Picture picture(Caller caller) {
        return pictures.draw(caller, DistrictView.of(places.district()), clock.instant());
    }

    /**
     * What changes from now on, as server-sent events {@code sensors}, {@code warning}, {@code case}, {@code clock}.
     *
     * @param lastEventId sent by a browser that comes again: what it missed is told first
     * @param after the picture's {@code last}, for the first time, when no browser sends the header
     */
    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> stream(
            Session session,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(required = false) @Nullable String after) {
        var from = number("Last-Event-ID", lastEventId).or(() -> number("after", after));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(streams.open(session, from.orElse(null)));
    }

    private static Optional<Long> number(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        if (!text.matches("\\d{1,18}")) {
            throw new Malformed(field, "must be a number of the journal");
        }
        return Optional.of(Long.valueOf(text));
    }
}
