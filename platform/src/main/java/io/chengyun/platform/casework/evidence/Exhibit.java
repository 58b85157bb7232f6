package io.chengyun.platform.casework.evidence;

import io.chengyun.platform.place.Position;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence (证物): a photograph or a voice note. What it shows lies in the store, its id goes into the journal.
 *
 * @param id SHA-256 of the bytes kept, hexadecimal
 * @param type media type, by content
 * @param kind what it shows; null where nobody said
 * @param position where it was taken: by the photo itself, or else by its sender
 * @param by staff id of whoever sent it
 */
public record Exhibit(
        String id,
        String type,
        @Nullable EvidenceKind kind,
        Position position,
        Instant takenAt,
        Set<Doubt> doubts,
        String by) {

    public Exhibit {
        doubts = Set.copyOf(doubts);
    }
}
