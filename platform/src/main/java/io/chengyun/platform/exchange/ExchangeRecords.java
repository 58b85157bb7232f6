package io.chengyun.platform.exchange;

import io.chengyun.platform.journal.RecordTable;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the rows of versions and shares have to say after their last event (共享存档). */
@Configuration(proxyBeanMethods = false)
class ExchangeRecords {

    @Bean
    RecordTable versionRows() {
        return new RecordTable(
                "exchange.version",
                ExchangeEvent.Kept.class,
                Map.of(
                        "body", "last.now -> 'version'",
                        "data_set", "last.now ->> 'code'",
                        "number", "(last.now -> 'version' ->> 'number')::integer"),
                new RecordTable.Key(
                        "data_set", "entry.subject || '/' || (entry.payload::jsonb #>> '{now,version,number}')"));
    }

    @Bean
    RecordTable shareRows() {
        return new RecordTable(
                "exchange.share",
                ExchangeEvent.Granted.class,
                Map.of("body", "last.said -> 'share'", "data_set", "last.now ->> 'code'"),
                new RecordTable.Key("data_set", "(entry.payload::jsonb #>> '{share,id}')"));
    }
}
