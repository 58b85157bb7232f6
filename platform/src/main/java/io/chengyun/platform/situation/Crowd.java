package io.chengyun.platform.situation;

/**
 * How many sensors there are (感知点总况).
 *
 * @param sensors all that stand somewhere
 * @param unknown those that say nothing about now
 * @param gathered whether they are too many to be told one by one: then only those that hold a grade are, and the map asks
 *     for the others gathered
 */
record Crowd(int sensors, int unknown, boolean gathered) {}
