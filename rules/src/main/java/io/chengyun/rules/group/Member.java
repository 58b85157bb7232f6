package io.chengyun.rules.group;

/**
 * One stream of a group (成员).
 *
 * @param stream its number
 * @param property code of what it observes
 * @param lon degrees, WGS84
 * @param lat degrees, WGS84
 * @param central whether the group is the neighbourhood of this very stream
 */
public record Member(long stream, String property, double lon, double lat, boolean central) {}
