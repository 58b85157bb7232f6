package io.chengyun.platform.assessment.verdict;

import io.chengyun.platform.assessment.Signal.Origin;
import io.chengyun.platform.assessment.verdict.RuleRecord.Counts;
import io.chengyun.platform.assessment.verdict.RuleRecord.Lead;
import io.chengyun.platform.assessment.verdict.RuleRecord.Share;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said of each version of each rule, counted (评价库), and which versions are advisory. */
@Repository
class RecordStore {

    private final JdbcClient jdbc;

    RecordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which records somebody asks for; null for all rules, and for no bound. */
    record Asked(
            @Nullable String scenario,
            @Nullable String rule,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /** The records of all versions that gave a signal in the period, newest version first. */
    List<RuleRecord> list(Asked asked) {
        return jdbc.sql("""
                        with judged as (
                            select s.scenario, s.rule, s.version, v.said, case when v.said = 'CONFIRMED' then
                                extract(epoch from coalesce(v.seen_at, v.confirmed_at) - s.given_at) end as lead
                            from assessment.signal s left join assessment.verdict v on v.signal = s.id
                            where s.alarm
                              and s.scenario = coalesce(:scenario, s.scenario) and s.rule = coalesce(:rule, s.rule)
                              and s.given_at >= coalesce(cast(:from as timestamptz), '-infinity')
                              and s.given_at < coalesce(cast(:until as timestamptz), 'infinity'))
                        select j.scenario, j.rule, j.version, count(*) as alarms,
                               count(*) filter (where said = 'CONFIRMED') as confirmed,
                               count(*) filter (where said = 'FALSE') as wrong,
                               count(*) filter (where said = 'DUPLICATE') as duplicates,
                               percentile_cont(array[0.25, 0.5, 0.75]) within group (order by lead) as leads,
                               coalesce(bool_or(r.advisory), false) as advisory
                        from judged j left join assessment.rule_standing r using (scenario, rule, version)
                        group by j.scenario, j.rule, j.version
                        order by j.scenario, j.rule, j.version desc
                        """)
                .param("scenario", asked.scenario())
                .param("rule", asked.rule())
                .param("from", timestamp(asked.from()))
                .param("until", timestamp(asked.until()))
                .query((row, number) -> read(row))
                .list();
    }

    private static RuleRecord read(ResultSet row) throws SQLException {
        var counts = new Counts(
                row.getInt("alarms"), row.getInt("confirmed"), row.getInt("wrong"), row.getInt("duplicates"));
        var precision = new Precision(counts.confirmed(), counts.confirmed() + counts.wrong());
        var leads = row.getArray("leads");
        return new RuleRecord(
                row.getString("scenario"),
                row.getString("rule"),
                row.getInt("version"),
                counts,
                Share.of(precision),
                leads == null || counts.confirmed() == 0 ? null : lead((Double[]) leads.getArray(), counts.confirmed()),
                row.getBoolean("advisory"),
                null);
    }

    private static Lead lead(Double[] quartiles, int n) {
        return new Lead(quartiles[1], quartiles[0], quartiles[2], n);
    }

    /** Whether the version is advisory; it is locked until the transaction ends. */
    boolean lockAdvisory(Origin origin) {
        jdbc.sql("""
                        insert into assessment.rule_standing (scenario, rule, version) values (?, ?, ?)
                        on conflict do nothing
                        """).params(origin.scenario(), origin.rule(), origin.version()).update();
        return jdbc.sql("""
                        select advisory from assessment.rule_standing
                        where scenario = ? and rule = ? and version = ? for update
                        """)
                .params(origin.scenario(), origin.rule(), origin.version())
                .query(Boolean.class)
                .single();
    }

    /** Of the newest verdicts that count, at most so many. */
    Precision newest(Origin origin, int most) {
        return jdbc.sql("""
                        select count(*) filter (where said = 'CONFIRMED') as confirmed, count(*) as judged
                        from (select v.said from assessment.verdict v
                              join assessment.rule_standing r using (scenario, rule, version)
                              where v.scenario = ? and v.rule = ? and v.version = ?
                                and v.said <> 'DUPLICATE' and v.said_at > r.counts_from
                              order by v.said_at desc, v.signal desc limit ?) newest
                        """)
                .params(origin.scenario(), origin.rule(), origin.version(), most)
                .query((row, number) -> new Precision(row.getInt("confirmed"), row.getInt("judged")))
                .single();
    }

    void setBack(Origin origin) {
        jdbc.sql("""
                        update assessment.rule_standing set advisory = true
                        where scenario = ? and rule = ? and version = ?
                        """).params(origin.scenario(), origin.rule(), origin.version()).update();
    }

    /** Lets it warn again; verdicts said until now count no more. */
    void restore(Origin origin, Instant now) {
        jdbc.sql("""
                        update assessment.rule_standing set advisory = false, counts_from = ?
                        where scenario = ? and rule = ? and version = ?
                        """)
                .params(Timestamp.from(now), origin.scenario(), origin.rule(), origin.version())
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
