package io.chengyun.platform.sensing;

import io.chengyun.platform.sensing.StoredBatch.Correction;
import io.chengyun.platform.sensing.StoredBatch.Reading;
import io.chengyun.platform.sensing.notation.PhenomenonTime;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Tells of a batch (批次通报): the listeners its rows, in the batch's transaction, and the journal its digest. */
@Component
class BatchNews {

    /** Looked for once, and late, because they use what this tells of. */
    private final Supplier<List<ObservationListener>> listeners;

    BatchNews(ObjectProvider<ObservationListener> listeners) {
        this.listeners = SingletonSupplier.of(() -> listeners.orderedStream().toList());
    }

    /**
     * Tells the listeners.
     *
     * @param storedAt the time of storing that the batch's rows carry
     */
    void tell(String id, Instant storedAt, Sifted sifted) {
        var batch = stored(id, sifted, storedAt);
        if (!batch.series().isEmpty()) {
            listeners.get().forEach(listener -> listener.onStored(batch));
        }
        if (sifted.changesAny()) {
            correct(sifted.groups().stream()
                    .flatMap(group -> corrected(sifted, group))
                    .toList());
        }
    }

    /** Tells the listeners of what became another. */
    void correct(List<Correction> corrections) {
        listeners.get().forEach(listener -> listener.onCorrected(corrections));
    }

    private static Stream<Correction> corrected(Sifted sifted, Sifted.RowGroup group) {
        var rows = sifted.batch();
        var touched = group.rows().filter(sifted::changes).boxed().toList();
        if (touched.isEmpty()) {
            return Stream.empty();
        }
        int last = touched.get(touched.size() - 1);
        boolean newest = last == group.row(group.size() - 1)
                && rows.micros(last) >= group.known().newestMicros();
        return Stream.of(new Correction(
                group.known().stream(),
                touched.stream()
                        .map(row -> PhenomenonTime.instant(rows.micros(row)))
                        .toList(),
                newest ? new Reading(PhenomenonTime.instant(rows.micros(last)), rows.value(last)) : null));
    }

    private static StoredBatch stored(String id, Sifted sifted, Instant at) {
        var rows = sifted.batch();
        var series = new ArrayList<StoredBatch.Series>();
        for (var group : sifted.groups()) {
            List<Reading> readings = new ArrayList<>(group.size());
            for (int i = 0; i < group.size(); i++) {
                int row = group.row(i);
                if (!Double.isNaN(rows.value(row)) && !sifted.corrects(row)) {
                    readings.add(new Reading(PhenomenonTime.instant(rows.micros(row)), rows.value(row)));
                }
            }
            if (!readings.isEmpty()) {
                series.add(new StoredBatch.Series(group.known().stream(), readings));
            }
        }
        return new StoredBatch(id, at, series);
    }

    static SourceEvent.Digest digest(String id, Sifted sifted) {
        var rows = sifted.batch();
        var sha = sha256();
        var words = ByteBuffer.allocate(3 * Long.BYTES);
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (var group : sifted.groups()) {
            for (int i = 0; i < group.size(); i++) {
                int row = group.row(i);
                words.clear();
                words.putLong(rows.stream(row)).putLong(rows.micros(row)).putDouble(rows.value(row));
                sha.update(words.array());
            }
            first = Math.min(first, rows.micros(group.row(0)));
            last = Math.max(last, rows.micros(group.row(group.size() - 1)));
        }
        int stored = sifted.accepted();
        return new SourceEvent.Digest(
                id,
                rows.size(),
                stored,
                sifted.rejectedByCode(),
                stored == 0 ? null : PhenomenonTime.instant(first),
                stored == 0 ? null : PhenomenonTime.instant(last),
                HexFormat.of().formatHex(sha.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
