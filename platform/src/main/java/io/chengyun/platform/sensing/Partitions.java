package io.chengyun.platform.sensing;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The months of observations (按月分区): each gets its table when its first row comes. Months are UTC. */
@Repository
class Partitions {

    private final JdbcClient jdbc;
    private final Set<YearMonth> present = ConcurrentHashMap.newKeySet();

    Partitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sees to it that every good row has a month to go to. */
    void prepare(Sifted sifted) {
        for (var month : months(sifted)) {
            if (!present.contains(month)) {
                create(month);
            }
        }
    }

    private static Set<YearMonth> months(Sifted sifted) {
        var months = new TreeSet<YearMonth>();
        var batch = sifted.batch();
        for (var group : sifted.groups()) {
            // Rows are in time order: only where the month's end is passed is a new month looked up.
            long end = Long.MIN_VALUE;
            for (int i = 0; i < group.size(); i++) {
                long micros = batch.micros(group.row(i));
                if (micros >= end) {
                    var month = month(micros);
                    months.add(month);
                    end = begin(month.plusMonths(1));
                }
            }
        }
        return months;
    }

    private void create(YearMonth month) {
        jdbc.sql("""
                        create table if not exists sensing.observation_%s partition of sensing.observation
                        for values from ('%s-01 00:00:00Z') to ('%s-01 00:00:00Z')
                        """.formatted(month.toString().replace('-', '_'), month, month.plusMonths(1)))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                present.add(month);
            }
        });
    }

    private static YearMonth month(long micros) {
        return YearMonth.from(PhenomenonTime.instant(micros).atOffset(ZoneOffset.UTC));
    }

    private static long begin(YearMonth month) {
        return PhenomenonTime.micros(month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
