package io.chengyun.platform.casework.clock;

import io.chengyun.kernel.DomainEvent;
import java.time.Instant;

/** All that can happen to the working calendar (日历流水). */
public sealed interface CalendarEvent extends DomainEvent {

    /** 年度日历缺失: of which year nothing is known, and when it begins. */
    record Gap(int year, Instant beginsAt) {}

    @Override
    Gap now();

    @Override
    default String subject() {
        return "calendar-" + now().year();
    }

    /** 日历将尽: a year comes of whose days off nothing is known. */
    record RunsOut(Gap now, Instant at) implements CalendarEvent {}
}
