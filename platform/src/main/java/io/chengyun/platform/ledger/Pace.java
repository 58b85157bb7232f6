package io.chengyun.platform.ledger;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** How fast the log goes, and by which clock (存证节奏). */
@Component
record Pace(LedgerSettings settings, Clock clock) {}
