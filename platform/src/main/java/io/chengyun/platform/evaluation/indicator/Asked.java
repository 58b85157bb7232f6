package io.chengyun.platform.evaluation.indicator;

import org.jspecify.annotations.Nullable;

/** A question as it stands in an address (查询参数): {@code ?subject=TOWN&from=2026-11-01&to=2026-12-01&of=310112101}. */
public record Asked(
        @Nullable String subject,
        @Nullable String from,
        @Nullable String to,
        @Nullable String of) {}
