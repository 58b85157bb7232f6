package io.chengyun.platform.casework.clock;

import io.chengyun.platform.casework.clock.CalendarEvent.Gap;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.journal.Timed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says in time that a year comes of which the calendar knows nothing (日历值守); once a year, restarts included. */
@Component
public class CalendarWatch implements Timed {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarWatch.class);

    private final YearCover cover;
    private final Journal journal;
    private final Clock clock;
    private final Set<Integer> told = new HashSet<>();

    CalendarWatch(YearCover cover, Journal journal, Clock clock) {
        this.cover = cover;
        this.journal = journal;
        this.clock = clock;
    }

    /** The year that comes without a calendar, if it is near. */
    public Optional<Gap> near() {
        var now = clock.instant();
        int year = cover.missing(now);
        return cover.alarmAt(year).isAfter(now) ? Optional.empty() : Optional.of(gap(year));
    }

    @Override
    public String name() {
        return "casework.calendar";
    }

    @Override
    public synchronized @Nullable Instant nextDueAt() {
        int year = cover.missing(clock.instant());
        return told.contains(year) ? null : cover.alarmAt(year);
    }

    @Override
    @Transactional
    public synchronized void fireDue() {
        near().filter(gap -> !told.contains(gap.year())).ifPresent(gap -> {
            var event = new CalendarEvent.RunsOut(gap, clock.instant());
            LOG.warn("The working calendar says nothing of {}: add the year to calendar.yml", gap.year());
            if (journal.listAbout(event.subject()).isEmpty()) {
                journal.append(event);
            }
            told.add(gap.year());
        });
    }

    private Gap gap(int year) {
        return new Gap(year, cover.alarmAt(year).plus(Duration.ofDays(cover.alarmDaysAhead())));
    }
}
