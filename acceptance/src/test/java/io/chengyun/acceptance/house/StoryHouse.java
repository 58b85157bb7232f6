package io.chengyun.acceptance.house;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Ids;
import io.chengyun.platform.Chengyun;
import io.chengyun.platform.journal.Entry;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.NewThing;
import io.chengyun.platform.sensing.NewThing.NewStream;
import io.chengyun.platform.sensing.ObservationBatch;
import io.chengyun.platform.sensing.Receipt;
import io.chengyun.platform.sensing.Sensing;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The whole house in this process, its web server included, in a time that goes only where the story goes. */
public final class StoryHouse implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final StoryClock clock;

    private StoryHouse(ConfigurableApplicationContext context, StoryClock clock) {
        this.context = context;
        this.clock = clock;
    }

    /**
     * Opens a house with the sample accounts and an empty database in the folder.
     *
     * @param more settings beside those of every story, such as {@code a.b=c}
     */
    public static StoryHouse open(Path folder, Instant start, String... more) {
        var clock = new StoryClock(new AtomicReference<>(start), ZoneId.of("Asia/Shanghai"));
        var count = new AtomicLong();
        var context = new SpringApplicationBuilder(Chengyun.class)
                .initializers(raw -> {
                    var beans = (GenericApplicationContext) raw;
                    beans.registerBean(Clock.class, () -> clock);
                    beans.registerBean(Ids.class, () -> prefix -> prefix + "-" + count.incrementAndGet());
                })
                .properties(settings(folder))
                .properties("chengyun.mqtt.port=-1", "server.port=0")
                .properties(more)
                .run();
        return new StoryHouse(context, clock);
    }

    private static Map<String, Object> settings(Path folder) {
        return Map.ofEntries(
                Map.entry("chengyun.clock", "story"),
                Map.entry("chengyun.journal.live", "false"),
                Map.entry("chengyun.postgres.data", folder.resolve("postgres").toString()),
                Map.entry("chengyun.postgres.durable", "false"),
                Map.entry(
                        "chengyun.casework.evidence.folder",
                        folder.resolve("evidence").toString()),
                Map.entry(
                        "chengyun.place.district",
                        Places.ROOT.resolve("districts/minhang").toString()),
                Map.entry(
                        "chengyun.scenario.path",
                        Places.ROOT.resolve("scenarios").toString()),
                Map.entry(
                        "chengyun.access.staff-file",
                        Places.ROOT.resolve("districts/minhang/staff.csv").toString()),
                Map.entry("chengyun.access.sample-accounts", "true"),
                Map.entry("chengyun.access.hash-strength", "4"),
                Map.entry("chengyun.ledger.tamper.rows", "0"),
                Map.entry("chengyun.ledger.folder", folder.resolve("ledger").toString()));
    }

    /** Lets time pass; whatever is due on the way happens at its own moment. */
    public void passTo(Instant goal) {
        var house = context.getBean(House.class);
        house.settle();
        for (var due = house.nextDueAt(); due != null && !due.isAfter(goal); due = house.nextDueAt()) {
            clock.advanceTo(due);
            house.fireDue();
            house.settle();
        }
        clock.advanceTo(goal);
    }

    /** Tells everybody what is new, without letting time pass. */
    public void settle() {
        context.getBean(House.class).settle();
    }

    public Instant now() {
        return clock.instant();
    }

    /** A gauge with one stream in the middle of an area. */
    public Datastream gauge(String code, String property, String area) {
        var place = context.getBean(io.chengyun.platform.place.Places.class).centreOf(new AreaCode(area));
        return gauge(code, property, place);
    }

    /** A gauge with one stream at a place. */
    public Datastream gauge(String code, String property, Position place) {
        var thing = new NewThing(code, code, place, List.of(NewStream.of(property)));
        return context.getBean(Sensing.class).register(thing).get(0);
    }

    /** The gauge sends what it sees now. */
    public Receipt observe(Datastream stream, double value) {
        var receipt =
                context.getBean(Sensing.class).store(new ObservationBatch("story").add(stream.id(), now(), value));
        settle();
        return receipt;
    }

    /** The journal from an entry on. */
    public List<Entry> journalAfter(long number) {
        settle();
        return context.getBean(Journal.class).list(number, 10_000);
    }

    /** Somebody with a sample account, freshly signed in. */
    public Visitor visitor(String name) {
        return Visitor.signedIn(address(), name);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    @Override
    public void close() {
        context.close();
    }

    /** A clock that the story puts forward. */
    private static final class StoryClock extends Clock {

        private final AtomicReference<Instant> now;
        private final ZoneId zone;

        StoryClock(AtomicReference<Instant> now, ZoneId zone) {
            this.now = now;
            this.zone = zone;
        }

        void advanceTo(Instant later) {
            now.accumulateAndGet(later, (before, after) -> after.isAfter(before) ? after : before);
        }

        @Override
        public Instant instant() {
            return java.util.Objects.requireNonNull(now.get());
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new StoryClock(now, other);
        }
    }
}
