package io.chengyun.platform.casework.evidence;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.casework.evidence.voice.Voice;
import io.chengyun.platform.objects.Digest;
import io.chengyun.platform.place.Position;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Decides what is taken as evidence and what is doubted about it (证据规则). Values in, values out. */
@Component
class ExhibitRules {

    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);

    private final EvidenceSettings settings;

    ExhibitRules(EvidenceSettings settings) {
        this.settings = settings;
    }

    /** What is kept: the piece, and its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Weighed(Exhibit exhibit, byte[] bytes) {}

    /**
     * Weighs what was sent; refuses what is no evidence.
     *
     * @param spot where the case is
     * @param by staff id of the sender
     * @param now in the zone in which cameras here are set
     */
    Weighed weigh(byte[] sent, Said said, Position spot, String by, ZonedDateTime now) {
        var at = said.at();
        if (at != null && isFuture(at, now)) {
            throw new Malformed("at", "evidence is not taken in the future");
        }
        return said.kind() == EvidenceKind.VOICE ? voice(sent, said, spot, by, now) : photo(sent, said, spot, by, now);
    }

    private Weighed voice(byte[] sent, Said said, Position spot, String by, ZonedDateTime now) {
        require(sent, settings.voice());
        var doubts = isFar(said.position(), spot) ? Set.of(Doubt.FAR) : Set.<Doubt>of();
        var at = Optional.ofNullable(said.at()).orElse(now.toInstant());
        var voice = Voice.of(sent);
        var id = Digest.of(voice.bytes());
        return new Weighed(new Exhibit(id, voice.type(), said.kind(), said.position(), at, doubts, by), voice.bytes());
    }

    private Weighed photo(byte[] sent, Said said, Position spot, String by, ZonedDateTime now) {
        require(sent, settings.photo());
        var picture = Picture.of(sent, settings.pixels());
        var ownAt = picture.notes().at(now.getZone());
        var own = picture.notes().position();
        var position = own.orElse(said.position());
        var at = Optional.ofNullable(said.at())
                .or(() -> ownAt.filter(instant -> !isFuture(instant, now)))
                .orElse(now.toInstant());
        var doubts = EnumSet.noneOf(Doubt.class);
        if (isFar(position, spot)) {
            doubts.add(Doubt.FAR);
        }
        if (own.filter(place -> isFar(place, said.position())).isPresent()) {
            doubts.add(Doubt.OTHER_PLACE);
        }
        if (ownAt.filter(instant -> isApart(instant, at)).isPresent()) {
            doubts.add(Doubt.OTHER_TIME);
        }
        var id = Digest.of(picture.bytes());
        return new Weighed(new Exhibit(id, picture.type(), said.kind(), position, at, doubts, by), picture.bytes());
    }

    private static void require(byte[] sent, DataSize most) {
        if (sent.length > most.toBytes()) {
            throw new Refused(PhotoRefusal.TOO_LARGE);
        }
    }

    private boolean isFar(Position one, Position other) {
        return one.metresTo(other) > settings.farMetres();
    }

    private boolean isApart(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(settings.apart()) > 0;
    }

    private static boolean isFuture(Instant at, ZonedDateTime now) {
        return at.isAfter(now.toInstant().plus(CLOCKS_DIFFER_BY));
    }
}
