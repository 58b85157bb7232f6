package io.chengyun.platform.sensing.table;

import java.time.YearMonth;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The months of observations (按月分区): each gets its table when its first row comes. Months are UTC. */
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
}
