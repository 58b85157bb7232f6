package io.chengyun.platform.sensing.sensorthings.query;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one SensorThings query may ask (查询限额).
 *
 * @param maxLength most characters in one query option
 * @param maxDepth most levels of brackets in a filter, of steps in a path, and of expansions in one another
 * @param maxNodes most values, names, functions and operators in all filters of one query together
 * @param maxExpansions most expansions in one query
 * @param maxEntities most entities in one answer, expanded ones counted
 * @param maxShapes most places that one geospatial function may look at, after those whose bounds rule them out
 * @param within longest time that the database works at one query
 */
@ConfigurationProperties("chengyun.sensing.query")
public record QuerySettings(
        @DefaultValue("6000") int maxLength,
        @DefaultValue("32") int maxDepth,
        @DefaultValue("400") int maxNodes,
        @DefaultValue("30") int maxExpansions,
        @DefaultValue("20000") int maxEntities,
        @DefaultValue("100000") int maxShapes,
        @DefaultValue("PT10S") Duration within) {}
