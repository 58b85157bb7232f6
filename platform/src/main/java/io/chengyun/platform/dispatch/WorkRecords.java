package io.chengyun.platform.dispatch;

import io.chengyun.platform.journal.RecordTable;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a work's row says after its last event (任务记录): the journal writes it with that. */
@Configuration(proxyBeanMethods = false)
class WorkRecords {

    @Bean
    RecordTable workRows() {
        return new RecordTable(
                        "dispatch.work",
                        WorkEvent.class,
                        Map.of(
                                "work", "last.now",
                                "origin", "last.now ->> 'origin'",
                                "organisation", "last.now -> 'assignment' ->> 'organisation'",
                                "state", "last.now ->> 'state'"))
                .keptByJournal();
    }
}
