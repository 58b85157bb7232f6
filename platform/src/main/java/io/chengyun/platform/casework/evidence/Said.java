package io.chengyun.platform.casework.evidence;

import io.chengyun.platform.place.Position;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What its sender says of a piece of evidence (送证说明).
 *
 * @param position where it was taken
 * @param at when; null where nobody says, then by the photo itself or else now
 * @param kind what it shows; null where nobody says
 */
public record Said(
        Position position, @Nullable Instant at, @Nullable EvidenceKind kind) {}
