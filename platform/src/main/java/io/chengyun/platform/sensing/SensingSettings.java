package io.chengyun.platform.sensing;

import io.chengyun.platform.sensing.table.Duplicates;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far back and ahead observations may lie, and how they are written (感知设置).
 *
 * @param horizon how far back a phenomenon time may lie; older rows are rejected and get no partition
 * @param ahead how far ahead of the house's clock it may lie
 * @param batchRows most rows written in one transaction, unless one request alone has more
 * @param queueLength most requests waiting for the writer; beyond it senders are told to come again
 * @param unregisteredInterval usual time between two observations of a property that the registry does not know
 * @param duplicates what becomes of another observation of the same stream and time, where the stream's own property
 *     {@code duplicates} does not say: FIRST, LAST or BOTH stands
 * @param answerWithin longest time a sender waits for the commit; then it is told to send again
 */
@ConfigurationProperties("chengyun.sensing")
record SensingSettings(
        @DefaultValue("P1100D") Duration horizon,
        @DefaultValue("PT10M") Duration ahead,
        @DefaultValue("20000") int batchRows,
        @DefaultValue("4096") int queueLength,
        @DefaultValue("PT1H") Duration unregisteredInterval,
        @DefaultValue("FIRST") Duplicates duplicates,
        @DefaultValue("PT20S") Duration answerWithin) {}
