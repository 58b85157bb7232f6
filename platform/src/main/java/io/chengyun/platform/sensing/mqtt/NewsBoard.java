package io.chengyun.platform.sensing.mqtt;

import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.LatestValue;
import io.chengyun.platform.sensing.ObservationListener;
import io.chengyun.platform.sensing.Sensing;
import io.chengyun.platform.sensing.StoredBatch;
import io.chengyun.platform.sensing.StoredBatch.Correction;
import io.chengyun.platform.sensing.StoredBatch.Reading;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What was committed and not yet told to subscribers (观测公告): of each stream the newest. The writer only puts something
 * here, and only while somebody listens, so subscribers never hold it up.
 */
@Component
class NewsBoard implements ObservationListener, Subscriptions.Newest {

    private final ObjectProvider<Sensing> sensing;
    private final Map<Long, News> fresh = new ConcurrentHashMap<>();
    private volatile boolean listening;

    /** @param sensing asked late, because it tells us what it stores */
    NewsBoard(ObjectProvider<Sensing> sensing) {
        this.sensing = sensing;
    }

    /** Says whether anybody listens. */
    void listen(boolean anybody) {
        listening = anybody;
    }

    @Override
    public void onStored(StoredBatch batch) {
        if (!listening) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                batch.series().forEach(NewsBoard.this::put);
            }
        });
    }

    /** What is retained of a stream is its newest; a correction of what is older is nobody's news here. */
    @Override
    public void onCorrected(List<Correction> corrections) {
        if (!listening) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                for (var one : corrections) {
                    var newest = one.newest();
                    if (newest != null && !Double.isNaN(newest.value())) {
                        put(one.stream(), newest);
                    }
                }
            }
        });
    }

    private void put(StoredBatch.Series series) {
        put(series.stream(), series.readings().get(series.readings().size() - 1));
    }

    private void put(Datastream stream, Reading newest) {
        fresh.merge(stream.id(), new News(stream, newest), NewsBoard::later);
    }

    private static News later(News one, News other) {
        return other.reading().at().isBefore(one.reading().at()) ? one : other;
    }

    /** Takes down what is new. */
    List<News> take() {
        return fresh.keySet().stream()
                .map(fresh::remove)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public @Nullable News find(long stream) {
        return sensing.getObject().findLatest(stream).map(NewsBoard::news).orElse(null);
    }

    @Override
    public Iterable<News> list() {
        return sensing.getObject().listLatest().stream()
                .flatMap(latest -> Stream.ofNullable(news(latest)))
                .toList();
    }

    private static @Nullable News news(LatestValue latest) {
        var value = latest.value();
        var at = latest.at();
        return value == null || at == null ? null : new News(latest.stream(), new Reading(at, value));
    }
}
