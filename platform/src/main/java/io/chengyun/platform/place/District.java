package io.chengyun.platform.place;

import java.time.ZoneId;
import java.util.List;

/**
 * What the district (区) says of itself in its package.
 *
 * @param synthetic whether its boundaries were generated rather than surveyed
 * @param zone the zone in which its days begin
 * @param centre where the map opens
 * @param baseMap background tiles, off by default
 * @param about where names and areas come from, and what to know about them
 */
public record District(
        String code,
        String name,
        String nameEn,
        boolean synthetic,
        ZoneId zone,
        Position centre,
        BaseMap baseMap,
        About about) {

    /**
     * Background tiles from a map service (底图).
     *
     * @param wmts address of a tile with {@code {z} {x} {y} {key}} to be filled in
     * @param key the city's own key to the service
     */
    public record BaseMap(boolean enabled, String label, String wmts, String key) {}

    /** Where names and areas come from, and what to know about them. */
    public record About(List<String> sources, List<String> notes) {

        public About {
            sources = List.copyOf(sources);
            notes = List.copyOf(notes);
        }
    }
}
