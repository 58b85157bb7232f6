package io.chengyun.platform.journal;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** How far behind each follower is, and who is parked: out of service while anybody is. */
@Component("journal")
@ConditionalOnBean(HouseLoops.class)
class JournalHealth implements HealthIndicator {

    private final House house;
    private final HouseLoops loops;

    JournalHealth(House house, HouseLoops loops) {
        this.house = house;
        this.loops = loops;
    }

    @Override
    public Health health() {
        var parked = loops.loops().stream().filter(loop -> loop.failures() > 0).toList();
        var health = parked.isEmpty() ? Health.up() : Health.outOfService();
        long last = house.sequencer().last();
        health.withDetail("last", last);
        house.desks().forEach(desk -> health.withDetail("lag " + desk.name(), last - desk.cursor()));
        parked.forEach(loop -> health.withDetail("parked " + loop.name(), String.valueOf(loop.fault())));
        return health.build();
    }
}
