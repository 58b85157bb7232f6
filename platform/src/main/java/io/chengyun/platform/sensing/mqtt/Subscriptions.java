package io.chengyun.platform.sensing.mqtt;

import io.chengyun.platform.sensing.sensorthings.answer.Entity;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who is connected and wants to hear what (订阅簿), found by stream so that nobody is asked in vain. */
final class Subscriptions {

    private final Map<Long, Set<Subscription>> byStream = new HashMap<>();
    private final Set<Subscription> wide = new LinkedHashSet<>();
    private final Set<Subscription> entities = new LinkedHashSet<>();
    private final Newest newest;
    private volatile boolean any;

    /** A wish of a connected client, and whether it wants what it hears acknowledged. */
    record Subscription(Outbox outbox, Wanted wanted, boolean acknowledged) {

        void tell(News news, boolean retained) {
            var topic = wanted.topic(news.stream());
            outbox.put(news.stream().id(), new Outbox.Waiting(topic, news.text(wanted), acknowledged, retained));
        }

        void tell(Entity entity, byte[] text) {
            outbox.put(entity.id().number(), new Outbox.Waiting(wanted.filter(), text, acknowledged, false));
        }
    }

    /** The newest committed observations, as subscribers find them on subscribing. */
    interface Newest {
        @Nullable
        News find(long stream);

        Iterable<News> list();
    }

    Subscriptions(Newest newest) {
        this.newest = newest;
    }

    /** Whether anybody wants to hear anything; may be asked on any thread. */
    boolean any() {
        return any;
    }

    /** Whether anybody wants to hear of entities. */
    boolean anyEntities() {
        return !entities.isEmpty();
    }

    void add(Subscription subscription) {
        if (subscription.wanted().kind() == Wanted.Kind.ENTITY) {
            entities.add(subscription);
            return;
        }
        if (subscription.wanted().kind() == Wanted.Kind.STREAM) {
            byStream.computeIfAbsent(subscription.wanted().stream(), id -> new LinkedHashSet<>())
                    .add(subscription);
        } else {
            wide.add(subscription);
        }
        any = true;
    }

    /** Takes out one wish of a client, or all when the filter is null. */
    void remove(Outbox outbox, @Nullable String filter) {
        entities.removeIf(one -> one.outbox() == outbox && isFor(one, filter));
        wide.removeIf(one -> one.outbox() == outbox && isFor(one, filter));
        byStream.values().forEach(some -> some.removeIf(one -> one.outbox() == outbox && isFor(one, filter)));
        byStream.values().removeIf(Set::isEmpty);
        any = !wide.isEmpty() || !byStream.isEmpty();
    }

    private static boolean isFor(Subscription one, @Nullable String filter) {
        return filter == null || one.wanted().filter().equals(filter);
    }

    /** Tells a new subscriber the newest value of what it wants to hear; of every stream there is none. */
    void tellNewest(Subscription to) {
        switch (to.wanted().kind()) {
            case STREAM -> {
                var news = newest.find(to.wanted().stream());
                if (news != null) {
                    to.tell(news, true);
                }
            }
            case COMPACT -> {
                for (var news : newest.list()) {
                    if (to.wanted().hears(news.stream())) {
                        to.tell(news, true);
                    }
                }
            }
            case ALL, ENTITY -> {}
        }
    }

    void tell(News news) {
        byStream.getOrDefault(news.stream().id(), Set.of()).forEach(one -> one.tell(news, false));
        for (var one : wide) {
            if (one.wanted().hears(news.stream())) {
                one.tell(news, false);
            }
        }
    }

    /** Tells of an entity that was written. */
    void tell(Entity entity, Function<Wanted, byte[]> text) {
        for (var one : entities) {
            if (one.wanted().hears(entity)) {
                one.tell(entity, text.apply(one.wanted()));
            }
        }
    }
}
