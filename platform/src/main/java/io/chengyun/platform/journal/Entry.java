package io.chengyun.platform.journal;

import io.chengyun.kernel.DomainEvent;
import java.time.Instant;

/**
 * One line of the journal.
 *
 * @param number contiguous from 1
 * @param type module and event, such as {@code warning.Raised}
 * @param subject id of the thing it happened to
 * @param payload the event's canonical JSON (RFC 8785)
 * @param event the same, read back
 */
public record Entry(long number, String type, String subject, Instant at, String payload, DomainEvent event) {}
