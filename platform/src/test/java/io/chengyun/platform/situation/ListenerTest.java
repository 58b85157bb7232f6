package io.chengyun.platform.situation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.access.Session;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListenerTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final AreaCode XINZHUANG = new AreaCode("310112101");
    private static final AreaCode QIBAO = new AreaCode("310112102");

    @Test
    void aTownsPersonHearsOfTheTownsCasesOnlyButOfEveryWarning() throws InterruptedException {
        var listener = listener(XINZHUANG);
        listener.tell(change(1, Change.Kind.CASE, QIBAO));
        listener.tell(change(2, Change.Kind.WARNING, QIBAO));
        listener.tell(change(3, Change.Kind.CASE, XINZHUANG));

        assertThat(listener.take(0)).isEqualTo(new Message(2, "warning", "{}"));
        assertThat(listener.take(0)).isEqualTo(new Message(3, "case", "{}"));
        assertThat(listener.take(0)).isNull();
    }

    @Test
    void whoeverIsTooFarBehindIsDroppedAndTellingNeverWaits() throws InterruptedException {
        var listener = listener(null);
        for (int i = 1; i <= 4; i++) {
            assertThat(listener.isDropped()).isFalse();
            listener.tell(change(i, Change.Kind.CASE, QIBAO));
        }
        listener.tell(change(5, Change.Kind.CASE, QIBAO));

        assertThat(listener.isDropped()).isTrue();
        assertThat(listener.take(0)).isNull();
    }

    @Test
    void aNewcomerHearsOfAllSensorsFirstAndOfChangedOnesAfterwards() throws InterruptedException {
        var listener = listener(null);
        var all = new Message(7, "sensors", "[1,2]");
        var changed = new Message(7, "sensors", "[2]");

        listener.tellSensors(null, changed);
        assertThat(listener.take(0)).isNull();
        listener.tellSensors(all, changed);
        listener.tellSensors(null, changed);
        listener.tellSensors(null, null);

        assertThat(listener.take(0)).isEqualTo(all);
        assertThat(listener.take(0)).isEqualTo(changed);
        assertThat(listener.take(0)).isNull();
    }

    private static Listener listener(@Nullable AreaCode town) {
        var caller = new Caller("handler", "甲", "A", Set.of(Role.HANDLER), "D310112", town);
        return new Listener(new Session("00", caller, NOON, NOON), 4);
    }

    private static Change change(long number, Change.Kind kind, AreaCode town) {
        return new Change(number, kind, "x-" + number, town, false, NOON, "{}");
    }
}
