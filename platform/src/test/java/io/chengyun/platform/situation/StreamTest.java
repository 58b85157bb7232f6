package io.chengyun.platform.situation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chengyun.kernel.DomainEvent;
import io.chengyun.kernel.Grade;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Session;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream, read as a browser reads it. */
class StreamTest extends SituationHouse {

    @Autowired
    private Pulse pulse;

    /** Waits as {@code await} does, with the pulse of a running house: the clock is told every tenth beat, else in five seconds. */
    private void hurried(Callable<Boolean> heard) {
        await().atMost(SOON).until(() -> {
            for (int beat = 0; beat < 10; beat++) {
                pulse.beat();
            }
            return heard.call();
        });
    }

    @Test
    void theStreamTellsOfSensorsWarningsAndTheTime() throws Exception {
        try (var stream = listen("")) {
            await().atMost(SOON).until(() -> !stream.heard("sensors").isEmpty());
            happen(Dangers.raised("w-5", gauge.id(), Grade.YELLOW, clock.instant()));
            await().atMost(SOON).until(() -> !stream.heard("warning").isEmpty());
            var told = stream.heard("warning").get(0);
            assertThat(told.id()).isEqualTo(Long.toString(journal.last()));
            assertThat(told.data()).contains("\"id\":\"w-5\"", "1 小时 61.6 毫米");

            await().atMost(SOON)
                    .until(() -> stream.heard("sensors").stream()
                            .anyMatch(event -> event.data().contains("\"grade\":\"YELLOW\"")));
            await().atMost(SOON).until(() -> !stream.heard("clock").isEmpty());
            assertThat(stream.heard("clock").get(0).data()).isEqualTo("{\"at\":\"" + clock.instant() + "\"}");
        }
    }

    @Test
    void whoComesAgainHearsFirstWhatWasMissed() throws Exception {
        long before = journal.last();
        happen(Dangers.raised("w-6", gauge.id(), Grade.BLUE, clock.instant()));
        happen(Dangers.raised("w-7", gauge.id(), Grade.BLUE, clock.instant()));
        happen(Dangers.lifted("w-6", gauge.id(), clock.instant()));

        try (var stream = listen(Long.toString(before + 1))) {
            await().atMost(SOON).until(() -> stream.heard("warning").size() == 2);
            assertThat(stream.heard().get(0).data()).contains("w-7");
            assertThat(stream.heard().get(1).data()).contains("w-6", "LIFTED");
        }
        try (var stream = EventStream.open(uri("/api/stream?after=" + (before + 2)), cookie, "")) {
            hurried(() -> !stream.heard("clock").isEmpty());
            assertThat(stream.heard("warning")).hasSize(1);
        }
    }

    @Test
    void aTownsPersonHearsOfTheTownsCasesOnly() throws Exception {
        cookie = signIn("handler-310112101");
        try (var stream = listen("")) {
            hurried(() -> !stream.heard("clock").isEmpty());
            happen(Cases.reported("c-theirs", "310112102", clock.instant()));
            happen(Cases.reported("c-ours", "310112101", clock.instant()));
            await().atMost(SOON).until(() -> !stream.heard("case").isEmpty());
            assertThat(stream.heard("case"))
                    .singleElement()
                    .satisfies(told -> assertThat(told.data()).contains("\"id\":\"c-ours\"", "道路积水"));
        }
    }

    @Test
    void signingOutClosesTheStream() throws Exception {
        try (var stream = listen("")) {
            hurried(() -> !stream.heard("clock").isEmpty());
            assertThat(send(request("/api/session").DELETE()).statusCode()).isEqualTo(204);
            hurried(stream::ended);
        }
    }

    @Test
    void anExpiredSessionClosesTheStream() throws Exception {
        try (var stream = listen("")) {
            hurried(() -> !stream.heard("clock").isEmpty());
            clock.move(Duration.ofHours(3));
            hurried(stream::ended);
        }
    }

    @Test
    void anOpenStreamKeepsItsSessionStanding() throws Exception {
        try (var stream = listen("")) {
            for (int round = 0; round < 3; round++) {
                clock.move(Duration.ofMinutes(100));
                var now = clock.instant().toString();
                hurried(() -> stream.heard("clock").stream()
                        .anyMatch(event -> event.data().contains(now)));
            }
            assertThat(stream.ended()).isFalse();
        }
        assertThat(send(request("/api/situation")).statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverDoesNotListenIsDroppedAndTheFollowerDoesNotWait() {
        var caller = access.find("commander").orElseThrow();
        var deaf = new Listener(new Session("00", caller, clock.instant(), clock.instant()), 50);
        broadcast.join(deaf);
        happen(IntStream.range(0, 60)
                .mapToObj(i -> Dangers.raised("w-many" + i, gauge.id(), Grade.BLUE, clock.instant()))
                .toArray(DomainEvent[]::new));

        assertThat(deaf.isDropped()).isTrue();
        assertThat(store.seen()).isEqualTo(journal.last());
    }

    @Test
    void theStreamHasOnlySoManyPlaces() {
        var caller = access.find("commander").orElseThrow();
        var session = new Session("00", caller, clock.instant(), clock.instant());
        hurried(() -> broadcast.listeners() == 0);
        var three = List.of(new Listener(session, 50), new Listener(session, 50), new Listener(session, 50));
        three.forEach(broadcast::join);

        assertThatThrownBy(() -> broadcast.join(new Listener(session, 50))).isInstanceOf(Refused.class);
        three.forEach(broadcast::leave);
    }

    /** The server ends a stream by itself when it finds that nobody listens, and refuses to have it ended again. */
    @Test
    void whatTheServerEndedFirstIsNotEndedTwice() {
        var caller = access.find("commander").orElseThrow();
        var gone = new Listener(new Session("00", caller, clock.instant(), clock.instant()), 50);
        var asked = new AtomicInteger();
        var emitter = new SseEmitter() {
            @Override
            public void complete() {
                asked.incrementAndGet();
                throw new IllegalStateException("after an error had occurred");
            }
        };
        broadcast.join(gone);
        gone.drop();

        new StreamWriter(gone, emitter, null, new StreamWriter.Sources(broadcast, store, access)).run();

        assertThat(asked).hasValue(1);
        hurried(() -> broadcast.listeners() == 0);
    }

    @Test
    void aStrangerHearsNothing() throws Exception {
        cookie = "chengyun_session=none";
        assertThat(send(request("/api/stream")).statusCode()).isEqualTo(401);
        assertThat(send(request("/api/situation")).statusCode()).isEqualTo(401);
    }

    @Test
    void aTornLastEventIdIsMalformed() throws Exception {
        assertThat(send(request("/api/stream").header("Last-Event-ID", "x")).statusCode())
                .isEqualTo(400);
    }
}
