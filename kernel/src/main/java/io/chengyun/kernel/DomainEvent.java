package io.chengyun.kernel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in the city (事件流水), in the past tense.
 *
 * <p>Each module lists all that can happen to its thing as one sealed interface of records; an event carries the thing
 * as it stands afterwards, so that no follower has to come back and ask. Its type in the journal is the last word of its
 * package and its own name: {@code warning.Raised}.
 */
public interface DomainEvent {

    /** When it happened, by the house's clock. */
    Instant at();

    /** Id of the thing it happened to. */
    String subject();

    /** The thing as it stands after the event. */
    Record now();

    /** Staff id of the person whose act it was; null where it happened by itself, or somebody else did it. */
    default @Nullable String by() {
        return null;
    }
}
