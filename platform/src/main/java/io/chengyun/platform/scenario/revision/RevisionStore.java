package io.chengyun.platform.scenario.revision;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The drawer of revisions (修订库); nothing in it is ever changed. */
@Repository
class RevisionStore {

    private final JdbcClient jdbc;

    RevisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps other revisions of the scenario out until the transaction ends. */
    void lock(String scenario) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('scenario.revision:' || ?, 0))")
                .param(scenario)
                .query((row, number) -> 0)
                .list();
    }

    void save(Revision revision) {
        jdbc.sql("""
                        insert into scenario.revision (scenario, version, rules, digest, revised_by, revised_at, note)
                        values (:scenario, :version, :rules, :digest, :by, :at, :note)
                        """)
                .param("scenario", revision.scenario())
                .param("version", revision.version())
                .param("rules", revision.rules())
                .param("digest", revision.digest())
                .param("by", revision.by())
                .param("at", Timestamp.from(revision.at()))
                .param("note", revision.note())
                .update();
    }

    /** The scenario's revisions, newest first. */
    List<Revision> list(String scenario) {
        return jdbc.sql("""
                        select scenario, version, rules, digest, revised_by, revised_at, note
                        from scenario.revision where scenario = ? order by version desc
                        """)
                .param(scenario)
                .query((row, number) -> new Revision(
                        row.getString("scenario"),
                        row.getInt("version"),
                        row.getString("digest"),
                        row.getString("revised_by"),
                        row.getTimestamp("revised_at").toInstant(),
                        row.getString("note"),
                        row.getString("rules")))
                .list();
    }
}
