package io.chengyun.platform.assessment.verdict;

import io.chengyun.kernel.AreaCode;
import java.time.Instant;

/** A danger in a town for a while (事由): what a warning is about, and all signals given of it. */
public record Matter(String scenario, String danger, AreaCode town, Instant from, Instant until) {}
