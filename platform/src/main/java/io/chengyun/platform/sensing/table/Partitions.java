package io.chengyun.platform.sensing.table;

import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The months of observations and the years of their hours (按月分区): each gets its table when its first row comes, or before.
 * Months and years are UTC.
 */
@Repository
public class Partitions {

    private final JdbcClient jdbc;
    private final Set<YearMonth> present = ConcurrentHashMap.newKeySet();

    Partitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sees to it that rows of these months have where to go, in the caller's transaction. */
    public void prepare(Set<YearMonth> months) {
        for (var month : months) {
            if (!present.contains(month)) {
                create(month);
            }
        }
    }

    private void create(YearMonth month) {
        createIfAbsent("observation", name(month), month + "-01", month.plusMonths(1) + "-01");
        createIfAbsent("hourly", month.getYear() + "", month.getYear() + "-01-01", month.getYear() + 1 + "-01-01");
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                present.add(month);
            }
        });
    }

    private void createIfAbsent(String table, String name, String from, String until) {
        jdbc.sql("""
                        create table if not exists sensing.%1$s_%2$s partition of sensing.%1$s
                        for values from ('%3$s 00:00:00Z') to ('%4$s 00:00:00Z')
                        """.formatted(table, name, from, until)).update();
    }

    /** The months that have a table, oldest first. */
    public List<YearMonth> listMonths() {
        return list("observation").stream()
                .map(name -> YearMonth.parse(name.replace('_', '-')))
                .toList();
    }

    /** The years whose hours have a table, oldest first. */
    public List<Year> listHourlyYears() {
        return list("hourly").stream().map(Year::parse).toList();
    }

    private List<String> list(String table) {
        return jdbc.sql("""
                        select substr(c.relname, length(:table) + 2)
                        from pg_inherits i join pg_class c on c.oid = i.inhrelid
                        where i.inhparent = ('sensing.' || :table)::regclass order by 1
                        """).param("table", table).query(String.class).list();
    }

    /** Keeps everybody else from a month's observations until the caller's transaction ends. */
    public void lock(YearMonth month) {
        // The whole first, as whoever writes or reads does: so nobody waits for each other in a circle.
        jdbc.sql("lock table only sensing.observation in access exclusive mode").update();
        jdbc.sql("lock table sensing.observation_%s in access exclusive mode".formatted(name(month)))
                .update();
    }

    /** Drops a month with its observations, in the caller's transaction. */
    public void drop(YearMonth month) {
        present.remove(month);
        jdbc.sql("drop table sensing.observation_" + name(month)).update();
    }

    /** Drops a year's hours, in the caller's transaction. */
    public void drop(Year year) {
        jdbc.sql("drop table sensing.hourly_" + year).update();
    }

    private static String name(YearMonth month) {
        return month.toString().replace('-', '_');
    }
}
