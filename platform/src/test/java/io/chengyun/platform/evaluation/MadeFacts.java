package io.chengyun.platform.evaluation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Facts written down by hand, case by case and turn by turn. */
public final class MadeFacts {

    private final JdbcClient jdbc;
    private int count;

    public MadeFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void clear() {
        jdbc.sql("DELETE FROM evaluation.case_fact").update();
    }

    /** A case of Xinzhuang, reported on 2 December 2016 and due on the 5th; filed unless taken back. */
    public Row aCase() {
        var row = new Row("evaluation.case_fact", "c-" + ++count);
        return row.with("id", row.caseId)
                .with("number", (long) count)
                .at("heard_at", "2016-12-02T02:00:00Z")
                .with("town", "310112101")
                .with("grid", "310112101G01")
                .with("class", "0506")
                .with("kind", "EVENT")
                .with("source", "PATROL")
                .with("requested", false)
                .with("reporter", "inspector-1")
                .with("state", "HANDLING")
                .with("organisation", "D-DRAINAGE")
                .with("level", "department")
                .with("person", "handler-1")
                .at("reported_at", "2016-12-02T01:00:00Z")
                .at("filed_at", "2016-12-02T02:00:00Z")
                .at("due_at", "2016-12-05T02:00:00Z")
                .with("returns", 0)
                .with("reworks", 0)
                .with("extensions", 0)
                .with("suspensions", 0)
                .with("passed", 0)
                .with("failed", 0);
    }

    /** A closed case; in time if before the 5th. */
    public Row closed(String at) {
        return aCase().with("state", "CLOSED").at("closed_at", at).with("closing_hours", 4.0);
    }

    /** A turn of a new case at this desk, laid on it on 2 December 2016 and due on the 3rd. */
    public Row turn(String desk, String post) {
        var file = aCase();
        file.save();
        return new Row("evaluation.act_fact", file.caseId)
                .with("case_id", file.caseId)
                .with("number", (long) ++count)
                .with("desk", desk)
                .with("post", post)
                .with("organisation", "D-DRAINAGE")
                .with("person", "handler-1")
                .at("opened_at", "2016-12-02T02:00:00Z")
                .at("due_at", "2016-12-03T02:00:00Z")
                .with("undone", false)
                .with("working_seconds", 7_200L)
                .with("elapsed_seconds", 14_400L);
    }

    /** A turn that ended on the 2nd, in time. */
    public Row ended(String desk, String post, String outcome) {
        return turn(desk, post)
                .at("ended_at", "2016-12-02T05:00:00Z")
                .with("outcome", outcome)
                .with("in_time", true);
    }

    /** A row being written. */
    public final class Row {
        private final Map<String, Object> columns = new LinkedHashMap<>();
        private final String table;
        private final String caseId;

        private Row(String table, String caseId) {
            this.table = table;
            this.caseId = caseId;
        }

        public Row with(String column, Object value) {
            columns.put(column, value);
            return this;
        }

        public Row at(String column, String moment) {
            return with(column, Timestamp.from(Instant.parse(moment)));
        }

        public Row without(String column) {
            columns.remove(column);
            return this;
        }

        /** Writes the row; the id of its case. */
        public String save() {
            var names = String.join(", ", columns.keySet());
            var values = columns.keySet().stream().map(name -> ":" + name).collect(Collectors.joining(", "));
            jdbc.sql("INSERT INTO " + table + " (" + names + ") VALUES (" + values + ")")
                    .params(columns)
                    .update();
            return caseId;
        }
    }
}
