package io.chengyun.platform.dispatch.routing;

import io.chengyun.platform.place.Position;
import org.jspecify.annotations.Nullable;

/**
 * A matter for which somebody is sought (待派事项).
 *
 * @param service its class or service code
 * @param area name or code of the part of the city; empty where unknown
 * @param address in words; empty where unknown
 * @param point where it is; null where unknown
 */
public record Sought(
        String service,
        String area,
        String address,
        @Nullable Position point) {}
