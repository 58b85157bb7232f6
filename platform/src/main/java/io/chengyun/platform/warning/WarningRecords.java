package io.chengyun.platform.warning;

import io.chengyun.platform.journal.RecordTable;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a warning's row has to say after its last event (预警记录). */
@Configuration(proxyBeanMethods = false)
class WarningRecords {

    @Bean
    RecordTable warningRows() {
        return new RecordTable(
                "warning.warning",
                WarningEvent.class,
                Map.of(
                        "body", "last.now",
                        "scenario", "last.now -> 'identity' ->> 'scenario'",
                        "danger", "last.now -> 'identity' ->> 'danger'",
                        "town", "last.now -> 'identity' ->> 'town'",
                        "raised_at", "(last.now -> 'times' ->> 'raisedAt')::timestamptz"));
    }
}
