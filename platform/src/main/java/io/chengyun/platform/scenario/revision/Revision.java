package io.chengyun.platform.scenario.revision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Rules of a scenario as somebody wrote them (规则修订).
 *
 * @param version the scenario's from then on
 * @param digest SHA-256 of the text, hexadecimal
 * @param by staff id
 * @param note why; null when nobody said
 * @param rules the whole rules.yml
 */
public record Revision(
        String scenario,
        int version,
        String digest,
        String by,
        Instant at,
        @Nullable String note,
        String rules) {}
