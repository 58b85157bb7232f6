/**
 * The SensorThings door (OGC SensorThings API 1.1) of sensing: entities as data, and the fast way in for observations.
 * Mapping between the standard's JSON and the house's tables happens here and nowhere else.
 */
@NullMarked
package io.chengyun.platform.sensing.sensorthings;

import org.jspecify.annotations.NullMarked;
