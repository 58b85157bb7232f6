package io.chengyun.platform.casework.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.DomainEvent;
import io.chengyun.platform.SetClock;
import io.chengyun.platform.journal.Entry;
import io.chengyun.platform.journal.Journal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Somebody is told in time that a year comes without a calendar, and once. */
class CalendarWatchTest {

    private static final YearCover COVER = new YearCover(ZoneId.of("Asia/Shanghai"), Set.of(2026), 60);
    private static final Instant ALARM = Instant.parse("2026-11-01T16:00:00Z");

    private final Written journal = new Written();
    private final SetClock clock = new SetClock(ALARM.minusMillis(1));

    /** A journal in memory. */
    private static final class Written implements Journal {

        private final List<Entry> entries = new ArrayList<>();

        @Override
        public void append(DomainEvent event) {
            entries.add(new Entry(entries.size() + 1, "clock.RunsOut", event.subject(), event.at(), "", event));
        }

        @Override
        public Optional<DomainEvent> lastTold(String subject) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page takePage() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Entry> list(long after, int limit) {
            return entries;
        }

        @Override
        public List<Line> lines(long after, int limit) {
            return List.of();
        }

        @Override
        public List<Line> linesAbout(String subject) {
            return List.of();
        }

        @Override
        public List<Entry> listAbout(String subject) {
            return entries.stream()
                    .filter(entry -> entry.subject().equals(subject))
                    .toList();
        }

        @Override
        public long last() {
            return entries.size();
        }
    }

    private CalendarWatch watch() {
        return new CalendarWatch(COVER, journal, clock);
    }

    @Test
    void nothingIsSaidWhileThereIsTime() {
        var watch = watch();
        watch.fireDue();
        assertThat(watch.near()).isEmpty();
        assertThat(watch.nextDueAt()).isEqualTo(ALARM);
        assertThat(journal.entries).isEmpty();
    }

    @Test
    void theMissingYearIsSaidOnceRestartsIncluded() {
        clock.set(ALARM);
        var watch = watch();
        watch.fireDue();
        watch.fireDue();
        assertThat(watch.nextDueAt()).isNull();
        clock.move(Duration.ofDays(3));
        var restarted = watch();
        restarted.fireDue();
        assertThat(restarted.near()).contains(new CalendarEvent.Gap(2027, Instant.parse("2026-12-31T16:00:00Z")));
        assertThat(journal.entries).hasSize(1);
    }
}
