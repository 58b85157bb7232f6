package io.chengyun.platform.sensing;

import io.chengyun.kernel.DomainEvent;
import io.chengyun.platform.place.Position;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that can happen to a source of observations (感知源). */
public sealed interface SourceEvent extends DomainEvent {

    /** 接入: a datastream is known from now on. */
    record StreamRegistered(Datastream now, Instant at) implements SourceEvent {
        @Override
        public String subject() {
            return "stream-" + now.id();
        }
    }

    /**
     * 迁移: a datastream's thing stands elsewhere from now on.
     *
     * @param from where it stood before; null when nobody had said
     */
    record StreamMoved(Datastream now, @Nullable Position from, Instant at) implements SourceEvent {
        @Override
        public String subject() {
            return "stream-" + now.id();
        }
    }

    /** 移除: a datastream is gone, and its observations with it. */
    record StreamRemoved(Datastream now, Instant at) implements SourceEvent {
        @Override
        public String subject() {
            return "stream-" + now.id();
        }
    }

    /** 入库: a batch of observations was taken in; the digest stands for its rows. */
    record BatchStored(Digest now, Instant at) implements SourceEvent {
        @Override
        public String subject() {
            return now.batch();
        }
    }

    /** 隔离来源: too much of what a source sent was bad; it is kept out for a time. */
    record SourceQuarantined(Standing now, Instant at) implements SourceEvent {
        @Override
        public String subject() {
            return "source-" + now.source();
        }
    }

    /**
     * 解除隔离: the source is let in again.
     *
     * @param by staff id of the person who let it in earlier, null when its time was over
     */
    record SourceReleased(Standing now, @Nullable String by, Instant at) implements SourceEvent {
        @Override
        public String subject() {
            return "source-" + now.source();
        }
    }

    /**
     * A source that is kept out (来源隔离).
     *
     * @param source as the accounts name it
     * @param until when it is let in by itself
     * @param received rows that came from it in the window that led to this
     * @param rejected how many of them were bad
     */
    record Standing(String source, Instant since, Instant until, long received, long rejected) {}

    /**
     * What stands in the journal for a batch (摘要): received = stored + the sum of rejected.
     *
     * @param batch id of the batch
     * @param received rows that came
     * @param stored rows that were stored
     * @param rejected rows that were not, by reject code, codes in alphabetical order
     * @param firstAt time of the oldest stored observation, null if none was stored
     * @param lastAt time of the newest stored observation, null if none was stored
     * @param sha256 lower-case hexadecimal SHA-256 over the stored rows by stream id and time, each as three big-endian
     *     64-bit words: stream id, microseconds since 1970, bits of the IEEE 754 value
     */
    record Digest(
            String batch,
            int received,
            int stored,
            Map<String, Integer> rejected,
            @Nullable Instant firstAt,
            @Nullable Instant lastAt,
            String sha256) {

        public Digest {
            rejected = Collections.unmodifiableMap(new TreeMap<>(rejected));
        }
    }
}
