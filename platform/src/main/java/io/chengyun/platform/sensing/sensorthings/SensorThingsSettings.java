package io.chengyun.platform.sensing.sensorthings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the SensorThings door takes and gives at once (接口设置).
 *
 * @param deviceKey key that devices send as {@code Authorization: Bearer}; empty leaves the door open
 * @param maxBody largest request body
 * @param maxRows most observations in one request
 * @param page entities in a page when the caller does not say
 * @param maxPage most entities in a page, whatever the caller says
 * @param maxBatch most requests in one batch
 */
@ConfigurationProperties("chengyun.sensing")
record SensorThingsSettings(
        @DefaultValue("") String deviceKey,
        @DefaultValue("16MB") DataSize maxBody,
        @DefaultValue("200000") int maxRows,
        @DefaultValue("100") int page,
        @DefaultValue("1000") int maxPage,
        @DefaultValue("1000") int maxBatch) {}
