package io.chengyun.platform.access.shift;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.access.Caller;
import java.time.Instant;

/**
 * Somebody who is on duty (在班人员).
 *
 * @param area the part of the city that is looked after on this shift
 * @param until when the shift ends
 */
public record OnDuty(Caller person, AreaCode area, Instant until) {}
