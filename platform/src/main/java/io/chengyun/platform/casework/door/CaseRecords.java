package io.chengyun.platform.casework.door;

import static java.util.Map.entry;

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
                Map.ofEntries(
                        entry("words", "last.words"),
                        entry("state", "last.now ->> 'state'"),
                        entry("organisation", "last.now -> 'holder' ->> 'organisation'"),
                        entry("person", "last.now -> 'holder' ->> 'person'"),
                        entry("case_class", "last.now -> 'matter' ->> 'caseClass'"),
                        entry("title", "last.now -> 'matter' ->> 'title'"),
                        entry("grade", "last.now -> 'matter' ->> 'grade'"),
                        entry("town", "last.now -> 'matter' -> 'spot' ->> 'town'"),
                        entry("source", "last.now -> 'origin' ->> 'source'"),
                        entry("warning", "last.now -> 'origin' ->> 'warning'"),
                        entry("request", "last.now -> 'origin' ->> 'request'"),
                        entry("merged_into", "last.now -> 'course' -> 'ties' ->> 'mergedInto'"),
                        entry("revision", "(last.now -> 'revision' ->> 'number')::bigint"),
                        entry("opened_at", "(last.now -> 'origin' ->> 'at')::timestamptz")));
    }
}
