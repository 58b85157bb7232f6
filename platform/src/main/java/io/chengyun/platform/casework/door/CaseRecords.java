package io.chengyun.platform.casework.door;

import io.chengyun.platform.casework.CaseEvent;
import io.chengyun.platform.journal.RecordTable;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a case's row has to say after its last event (案件记录). When it is to be looked at again is no record: it follows from the rest. */
@Configuration(proxyBeanMethods = false)
class CaseRecords {

    @Bean
    RecordTable caseFiles() {
        return new RecordTable(
                "casework.case_file",
                CaseEvent.class,
                Map.of(
                        "file", "last.now",
                        "state", "last.now ->> 'state'",
                        "organisation", "last.now -> 'holder' ->> 'organisation'",
                        "town", "last.now -> 'matter' -> 'spot' ->> 'town'",
                        "warning", "last.now -> 'origin' ->> 'warning'",
                        "request", "last.now -> 'origin' ->> 'request'",
                        "merged_into", "last.now -> 'course' -> 'ties' ->> 'mergedInto'",
                        "revision", "(last.now -> 'revision' ->> 'number')::bigint",
                        "opened_at", "(last.now -> 'origin' ->> 'at')::timestamptz"));
    }
}
